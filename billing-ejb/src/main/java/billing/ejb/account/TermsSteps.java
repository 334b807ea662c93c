package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.ledger.LedgerService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.Phrase;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions that change terms: the account, the record of it and what access goes by change together. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class TermsSteps {
    private static final String SYSTEM = "system";
    private static final String ENDED = "The contract ended.";
    private static final String OWN = "The owner's limit.";

    @Inject
    AccountRepository accounts;

    @Inject
    TermsRepository changes;

    @Inject
    LedgerService ledger;

    @Inject
    ContactService contacts;

    @Inject
    InstantSource clock;

    public TermsResult change(ChangeTerms command) {
        Optional<BillingAccount> account = accounts.lock(command.account());
        Optional<TermsResult> refusal = refusal(account);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        BillingTerms before = account.orElseThrow().terms();
        BillingTerms wanted = command.terms().keeping(before.ownLimit());
        if (!wanted.equals(before)) {
            put(account.orElseThrow(), wanted, command.reason(), command.actor());
            tell(command.account(), before, wanted);
        }
        return new TermsResult.Changed(account.orElseThrow());
    }

    private static Optional<TermsResult> refusal(Optional<BillingAccount> account) {
        if (account.isEmpty()) {
            return Optional.of(new TermsResult.Refused(TermsRefusal.NO_SUCH_ACCOUNT));
        }
        return account.get().isOpen()
                ? Optional.empty()
                : Optional.of(new TermsResult.Refused(TermsRefusal.ACCOUNT_CLOSED));
    }

    private void put(BillingAccount account, BillingTerms terms, String reason, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ledger.postpaid(account.id(), terms.isPostpaid());
        account.agreeTo(terms);
        changes.add(new TermsChange(
                account.id(), changes.lastNumber(account.id()) + 1, now, actor, reason, account.terms()));
    }

    private void tell(AccountId account, BillingTerms before, BillingTerms now) {
        contacts.tell(
                account,
                new Mail(
                        MailKind.TERMS_CHANGED,
                        List.of(
                                name(before),
                                name(now),
                                limit(now),
                                TermsPhrases.invoiced(
                                        before, now, ledger.balance(account).debt())),
                        "/settings/billing",
                        null));
    }

    private static Phrase name(BillingTerms terms) {
        if (terms.plan() != null) {
            return new Phrase("TERMS_CHANGED.plan", List.of(terms.type(), terms.plan()));
        }
        return terms.tier() == null
                ? new Phrase("TERMS_CHANGED.plain", List.of(terms.type()))
                : new Phrase("TERMS_CHANGED.tier", List.of(terms.type(), terms.tier()));
    }

    private static Phrase limit(BillingTerms terms) {
        Money limit = terms.spendingLimit();
        if (limit == null) {
            return new Phrase("TERMS_CHANGED.unlimited", List.of());
        }
        return limit.isPositive()
                ? new Phrase("TERMS_CHANGED.below", List.of(limit))
                : new Phrase("TERMS_CHANGED.zero", List.of());
    }

    /** The owner's own limit; null takes it back. */
    public TermsResult limit(AccountId id, @Nullable Money own, String actor) {
        Optional<BillingAccount> account = accounts.lock(id);
        Optional<TermsResult> refusal = refusal(account);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        BillingTerms before = account.orElseThrow().terms();
        Money cap = before.limit();
        if (cap != null && own != null && !before.allowsOwn(own)) {
            return new TermsResult.AboveCap(cap);
        }
        BillingTerms wanted = before.limitedTo(own);
        if (!wanted.equals(before)) {
            put(account.orElseThrow(), wanted, OWN, actor);
        }
        return new TermsResult.Changed(account.orElseThrow());
    }

    /** A contract that is over is PREPAID from now on. */
    public void end(AccountId id) {
        accounts.lock(id)
                .filter(account -> account.terms().isOver(clock.instant()))
                .ifPresent(account -> {
                    BillingTerms before = account.terms();
                    put(account, BillingTerms.PREPAID, ENDED, SYSTEM);
                    if (account.isOpen()) {
                        tell(id, before, BillingTerms.PREPAID);
                    }
                });
    }
}
