package billing.ejb.invoice;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.DocumentNumber;
import billing.domain.invoice.Invoice;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CauseType;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.GrantKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.NewGrant;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The transaction of a credit note: its number, what it changes of the invoice and the books commit together. The balance is
 * locked first, then the invoice, then the counter.
 *
 * <p>Decided here: while a bank asks a payment of the invoice back, no note is issued. What it took back would come as credits
 * if the payment counts, and lower what is owed if it does not, and only the bank knows which.
 *
 * <p>Decided here: a note that would leave less to be paid than the gateway charges is refused. That rest could neither be
 * charged nor paid, and would end access; the house gives it up by a note over all, not silently.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class CreditNoteSteps {
    @Inject
    CollectionRepository invoices;

    @Inject
    CreditNoteRepository notes;

    @Inject
    StampRepository stamps;

    @Inject
    IssuerSource issuers;

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    public CreditNoteResult issue(IssueCreditNote command) {
        Optional<AccountId> account = invoices.accountOf(command.invoice());
        if (account.isEmpty()) {
            return CreditNoteResult.Refused.of(CreditNoteRefusal.NO_SUCH_INVOICE);
        }
        ledger.lock(account.get());
        Collected locked = invoices.lock(command.invoice()).orElseThrow();
        Invoice invoice = locked.invoice();
        Optional<CreditNote> before = notes.ofRequest(command.id());
        if (before.isPresent()) {
            return isSame(before.get(), command)
                    ? new CreditNoteResult.Issued(before.get())
                    : refused(invoice, CreditNoteRefusal.KEY_REUSED);
        }
        return refusal(invoice, command)
                .map(reason -> refused(invoice, reason))
                .orElseGet(() -> new CreditNoteResult.Issued(issue(locked, command)));
    }

    private CreditNoteResult refused(Invoice invoice, CreditNoteRefusal reason) {
        Money left = notes.left(invoice);
        Money chargeable = invoice.open().minus(configuration.minCharge()).max(Money.ZERO);
        return new CreditNoteResult.Refused(reason, left, invoice.status().isOpen() ? left.min(chargeable) : left);
    }

    private static boolean isSame(CreditNote note, IssueCreditNote command) {
        return note.invoice().equals(command.invoice())
                && note.amount().equals(command.amount())
                && note.reason().equals(command.reason());
    }

    private Optional<CreditNoteRefusal> refusal(Invoice invoice, IssueCreditNote command) {
        if (!command.amount().isWholeCents()) {
            return Optional.of(CreditNoteRefusal.AMOUNT_NOT_WHOLE_CENTS);
        }
        if (command.amount().isMoreThan(notes.left(invoice))) {
            return Optional.of(CreditNoteRefusal.MORE_THAN_INVOICED);
        }
        if (leavesTooLittle(invoice.open().minus(command.amount()))) {
            return Optional.of(CreditNoteRefusal.LEAVES_TOO_LITTLE);
        }
        if (notes.isBeingPaid(command.invoice())) {
            return Optional.of(CreditNoteRefusal.INVOICE_PAYMENT_OPEN);
        }
        if (notes.isDisputed(command.invoice())) {
            return Optional.of(CreditNoteRefusal.INVOICE_DISPUTED);
        }
        boolean asCredits = command.amount().isMoreThan(invoice.open());
        return asCredits && !isActive(invoice.account())
                ? Optional.of(CreditNoteRefusal.ACCOUNT_CLOSED)
                : Optional.empty();
    }

    private boolean leavesTooLittle(Money open) {
        return open.isPositive() && open.isLessThan(configuration.minCharge());
    }

    private boolean isActive(AccountId account) {
        return accounts.find(account).filter(BillingAccount::isActive).isPresent();
    }

    private CreditNote issue(Collected locked, IssueCreditNote command) {
        Invoice invoice = locked.invoice();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CreditNote note = new CreditNote(
                draw(now),
                command.id(),
                invoice.account(),
                command.invoice(),
                command.amount(),
                command.reason(),
                command.actor(),
                issuers.current(now),
                invoice.buyer(),
                now);
        notes.add(note);
        Money owedNoMore = note.amount().min(invoice.open());
        if (owedNoMore.isPositive()) {
            lower(locked, note, owedNoMore);
        }
        if (note.amount().isMoreThan(owedNoMore)) {
            comesBack(note, note.amount().minus(owedNoMore));
        }
        return note;
    }

    private void lower(Collected locked, CreditNote note, Money amount) {
        notes.credit(note.invoice(), locked.invoice().credited().plus(amount));
        isOwedNoMore(note, amount);
        if (amount.equals(locked.open())) {
            end(locked, note.issuedAt());
        }
    }

    private String draw(Instant now) {
        stamps.lock();
        int year = now.atZone(ZoneOffset.UTC).getYear();
        long count = stamps.drawn(DocumentNumber.CREDIT_NOTES, year) + 1;
        stamps.draw(DocumentNumber.CREDIT_NOTES, year, count);
        return new DocumentNumber(DocumentNumber.CREDIT_NOTES, year, count).toString();
    }

    /** What was paid comes back as free credits that never expire: they buy what the money bought, but are no second payment. */
    private void comesBack(CreditNote note, Money amount) {
        String grant = Ids.mint(Ids.GRANT);
        ledger.credit(
                transfer(note, EntryKind.FREE_GRANT, Cause.grant(grant)).of(amount),
                new NewGrant(grant, GrantKind.FREE, null, note.number() + ": " + note.reason()));
    }

    private void isOwedNoMore(CreditNote note, Money amount) {
        Cause cause = new Cause(CauseType.INVOICE, note.number());
        if (ledger.pay(transfer(note, EntryKind.INVOICE_CREDITED, cause).of(amount))
                .isEmpty()) {
            throw new IllegalStateException("BILL-0906 less is owed than the invoice " + note.invoice() + " asks for");
        }
    }

    private static Transfer transfer(CreditNote note, EntryKind kind, Cause cause) {
        return new Transfer(note.account(), kind, note.amount(), cause, note.actor(), note.issuedAt());
    }

    /** Of one that a dispute reopened, the rest stays paid. */
    private void end(Collected locked, Instant now) {
        if (locked.kept().isPositive()) {
            invoices.save(locked.paid(), now);
        } else {
            notes.endOf(locked.number());
        }
        AccountId account = locked.invoice().account();
        if (locked.suspends() && !invoices.anySuspends(account)) {
            ledger.pastDue(account, false);
        }
    }
}
