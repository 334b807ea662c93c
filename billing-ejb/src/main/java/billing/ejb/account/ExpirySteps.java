package billing.ejb.account;

import billing.domain.account.BillingAccount;
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
        ledger.lock(expiry.account());
        if (!expiries.isDue(expiry, now)) {
            return;
        }
        if (now.isBefore(expiry.expiresAt())) {
            warn(expiry, grant(expiry));
            expiries.checkAgain(expiry, ExpiryPlan.before(expiry.expiresAt(), now), expiry.parts());
        } else {
            expire(expiry, now);
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

    private void expire(GrantExpiry expiry, Instant now) {
        CreditGrant grant = grant(expiry);
        Money free = grant.rest().min(ledger.balance(expiry.account()).available());
        int parts = expiry.parts();
        if (free.isPositive()) {
            parts++;
            Cause cause = new Cause(CauseType.GRANT, expiry.grantId() + "#" + parts);
            ledger.takeBack(new Transfer(expiry.account(), EntryKind.EXPIRY, free, cause, SYSTEM, now), grant.cause());
        }
        boolean isEmpty = grant(expiry).rest().equals(Money.ZERO);
        int counted = parts;
        ExpiryPlan.after(expiry.expiresAt(), now, isEmpty)
                .ifPresentOrElse(next -> expiries.checkAgain(expiry, next, counted), () -> expiries.remove(expiry));
    }
}
