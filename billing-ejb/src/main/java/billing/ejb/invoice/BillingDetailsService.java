package billing.ejb.invoice;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.DetailsField;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Keeps whom an account's documents are issued to. What was issued keeps the version that was current then. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
@SuppressWarnings("NullAway.Init")
public class BillingDetailsService {
    @Inject
    BillingDetailsRepository details;

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    InstantSource clock;

    /** What the next document is issued to. */
    public BillingDetails current(AccountId account) {
        return details.current(account).orElse(BillingDetails.NONE);
    }

    /** What a document was issued to. */
    public BillingDetails version(AccountId account, int version) {
        return details.find(account, version).orElse(BillingDetails.NONE);
    }

    /**
     * Makes a new version, unless it says what the last one says.
     *
     * @param values tidy, and each accepted by its field
     * @return the current version; empty if the account is closed, or none
     */
    public Optional<BillingDetails> change(AccountId account, Map<DetailsField, String> values, String actor) {
        if (accounts.find(account).filter(BillingAccount::isActive).isEmpty()) {
            return Optional.empty();
        }
        ledger.lock(account);
        BillingDetails before = current(account);
        if (before.values().equals(values)) {
            return Optional.of(before);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BillingDetails changed = new BillingDetails(before.version() + 1, values, now, actor);
        details.add(account, changed);
        return Optional.of(changed);
    }
}
