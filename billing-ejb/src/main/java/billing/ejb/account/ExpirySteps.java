package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CauseType;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.ExpiryPlan;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.ejb.ledger.LedgerService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The transactions of credits that expire; the balance is locked first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class ExpirySteps {
    private static final String SYSTEM = "system";

    @Inject
    AccountRepository accounts;

    @Inject
    ExpiryRepository expiries;

    @Inject
    LedgerService ledger;

    @Inject
    ContactService contacts;

    @Inject
    InstantSource clock;

    /** Warns of credits that expire soon, or takes those whose time is over; open holds keep what they cover. */
    public void check(GrantExpiry expiry) {
        Instant now = clock.instant();
        Balance balance = ledger.lock(expiry.account());
        if (!expiries.isDue(expiry, now)) {
            return;
        }
        if (now.isBefore(expiry.expiresAt())) {
            warn(expiry, grant(expiry));
            expiries.checkAgain(expiry, ExpiryPlan.before(expiry.expiresAt(), now), expiry.parts());
        } else {
            expire(expiry, balance.available(), now);
        }
    }

    private CreditGrant grant(GrantExpiry expiry) {
        return ledger.grant(expiry.account(), Cause.grant(expiry.grantId())).orElseThrow();
    }

    private void warn(GrantExpiry expiry, CreditGrant grant) {
        boolean active =
                accounts.find(expiry.account()).filter(BillingAccount::isActive).isPresent();
        if (active && grant.rest().isPositive()) {
            contacts.tell(
                    expiry.account(),
                    new Mail(
                            MailKind.CREDITS_EXPIRING,
                            List.of(grant.rest(), expiry.expiresAt()),
                            "/settings/billing",
                            null));
        }
    }

    private void expire(GrantExpiry expiry, Money available, Instant now) {
        CreditGrant grant = grant(expiry);
        Money gone = grant.rest().min(available).max(Money.ZERO);
        int parts = expiry.parts();
        if (gone.isPositive()) {
            parts++;
            Cause cause = new Cause(CauseType.GRANT, expiry.grantId() + "#" + parts);
            ledger.takeBack(new Transfer(expiry.account(), EntryKind.EXPIRY, gone, cause, SYSTEM, now), grant.cause());
        }
        Optional<Instant> next = ExpiryPlan.after(expiry.expiresAt(), now, gone.equals(grant.rest()));
        if (next.isPresent()) {
            expiries.checkAgain(expiry, next.get(), parts);
        } else {
            expiries.remove(expiry);
        }
    }
}
