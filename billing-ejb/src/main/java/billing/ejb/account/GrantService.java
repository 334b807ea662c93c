package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.ExpiryPlan;
import billing.domain.ledger.GrantKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.NewGrant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives free credits. */
@Stateless
@SuppressWarnings("NullAway.Init")
public class GrantService {
    /** What an account may have of them at a time: far from what can be counted, with all that it bought. */
    private static final Money MOST_FREE = Money.of("1000000000.00");

    @Inject
    AccountRepository accounts;

    @Inject
    ExpiryRepository expiries;

    @Inject
    LedgerService ledger;

    @Inject
    InstantSource clock;

    /** Gives credits, once for each id. */
    public GrantResult grant(GiveCredits command) {
        Optional<BillingAccount> account = accounts.lock(command.account());
        if (account.isEmpty()) {
            return new GrantResult.NoSuchAccount();
        }
        Cause cause = Cause.grant(command.grantId());
        Optional<CreditGrant> given = ledger.grant(command.account(), cause);
        if (given.isPresent()) {
            return isSame(given.get(), command) ? new GrantResult.Granted(given.get()) : new GrantResult.KeyReused();
        }
        if (!account.get().isOpen()) {
            return new GrantResult.AccountClosed();
        }
        if (isOver(command.expiresAt())) {
            return new GrantResult.Expired();
        }
        if (ledger.balance(command.account()).free().plus(command.amount()).isMoreThan(MOST_FREE)) {
            return new GrantResult.TooMuch();
        }
        ledger.credit(
                new Transfer(
                        command.account(),
                        EntryKind.FREE_GRANT,
                        command.amount(),
                        cause,
                        command.actor(),
                        clock.instant()),
                new NewGrant(command.grantId(), GrantKind.FREE, command.expiresAt(), command.reason()));
        @Nullable Instant expiresAt = command.expiresAt();
        if (expiresAt != null) {
            expiries.add(
                    new GrantExpiry(command.grantId(), command.account(), expiresAt, 0),
                    ExpiryPlan.before(expiresAt, clock.instant()));
        }
        return new GrantResult.Granted(ledger.grant(command.account(), cause).orElseThrow());
    }

    private boolean isOver(@Nullable Instant expiresAt) {
        return expiresAt != null && !expiresAt.isAfter(clock.instant());
    }

    private boolean isSame(CreditGrant given, GiveCredits command) {
        return given.amount().equals(command.amount())
                && Objects.equals(given.expiresAt(), command.expiresAt())
                && ledger.reason(given).equals(Optional.of(command.reason()));
    }
}
