package billing.ejb.recharge;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.recharge.AutoRecharge;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.SettingsCheck;
import billing.domain.recharge.SettingsProblem;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.purchase.DisputeService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of auto-recharge. Each locks the account if the owner acts, and the balance in any case. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class RechargeSteps {
    private static final String SYSTEM = "system";
    private static final Duration LATER = Duration.ofMinutes(5);

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    DisputeService disputes;

    @Inject
    RechargeRepository recharges;

    @Inject
    RechargeWatch watch;

    @Inject
    RechargeStates states;

    @Inject
    AgreementTexts texts;

    @Inject
    RechargeMails mails;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** Turns it on, or changes it; what falls due by that is placed in the same transaction. */
    public RechargeResult save(SaveRecharge command) {
        Optional<BillingAccount> account = accounts.lock(command.account());
        Optional<RechargeRefusal> refusal = refusal(account);
        if (refusal.isPresent()) {
            return new RechargeResult.Refused(refusal.get());
        }
        Money available = ledger.lock(command.account()).available();
        List<SettingsProblem> problems = SettingsCheck.of(command.settings(), configuration.maxPurchase(), available);
        if (!problems.isEmpty()) {
            return new RechargeResult.Invalid(problems);
        }
        AutoRecharge auto = recharges.findOrAdd(command.account());
        if (!auto.isOn(command.settings())) {
            String text = texts.of(command.settings());
            auto.agree(command.settings(), record(command.account(), text, command.actor(), command.address()));
        }
        ledger.watch(command.account());
        return new RechargeResult.Saved(states.of(command.account()));
    }

    private Optional<RechargeRefusal> refusal(Optional<BillingAccount> account) {
        if (account.isEmpty()) {
            return Optional.of(RechargeRefusal.NO_SUCH_ACCOUNT);
        }
        if (!account.get().isActive()) {
            return Optional.of(
                    account.get().isOpen() ? RechargeRefusal.ACCOUNT_SUSPENDED : RechargeRefusal.ACCOUNT_CLOSED);
        }
        Optional<RechargeRefusal> dispute = dispute(account.get().id());
        boolean hasCard = watch.card(account.get()).isPresent();
        return dispute.isPresent() || hasCard ? dispute : Optional.of(RechargeRefusal.CARD_REQUIRED);
    }

    /**
     * What a dispute has to do with it. Decided here: nothing is bought by itself, not even if the owner says so, until banks
     * have decided on all payments and what they took is paid for.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<RechargeRefusal> dispute(AccountId id) {
        if (disputes.hasOpen(id)) {
            return Optional.of(RechargeRefusal.DISPUTE_OPEN);
        }
        return ledger.disputeDebt(id).isPositive() ? Optional.of(RechargeRefusal.DISPUTE_DEBT) : Optional.empty();
    }

    private int record(AccountId account, String text, String actor, @Nullable String address) {
        int number = recharges.lastNumber(account) + 1;
        recharges.add(new Agreement(
                account, number, text, actor, address, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return number;
    }

    /** The owner turns it off. A recharge that is under way goes on. */
    public RechargeResult turnOff(AccountId id, String actor, @Nullable String address) {
        if (accounts.lock(id).isEmpty()) {
            return new RechargeResult.Refused(RechargeRefusal.NO_SUCH_ACCOUNT);
        }
        ledger.lock(id);
        recharges.find(id).filter(AutoRecharge::isEnabled).ifPresent(auto -> {
            auto.stop(OffReason.OWNER);
            record(id, texts.off(), actor, address);
        });
        ledger.watch(id);
        return new RechargeResult.Saved(states.of(id));
    }

    /** It stops by itself, in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void stop(AccountId id, OffReason reason) {
        ledger.lock(id);
        recharges.find(id).filter(AutoRecharge::isEnabled).ifPresent(auto -> {
            auto.stop(reason);
            noteStop(auto, reason);
        });
    }

    /** Records and tells that it has stopped. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void noteStop(AutoRecharge auto, OffReason reason) {
        record(auto.account(), texts.stopped(reason), SYSTEM, null);
        if (reason != OffReason.ACCOUNT_CLOSED) {
            mails.turnedOff(auto, reason);
        }
    }

    /** The owner does not want to wait for the next try. What was declined so far still counts. */
    public RechargeResult retryNow(AccountId id) {
        Optional<RechargeRefusal> refusal = refusal(accounts.lock(id));
        if (refusal.isPresent()) {
            return new RechargeResult.Refused(refusal.get());
        }
        ledger.lock(id);
        Instant now = clock.instant();
        Optional<AutoRecharge> waiting =
                recharges.find(id).filter(auto -> auto.isEnabled() && auto.isWaiting(now) && !auto.isCapped(now));
        if (waiting.isEmpty()) {
            return new RechargeResult.Refused(RechargeRefusal.NOTHING_TO_RETRY);
        }
        waiting.get().waitedEnough();
        ledger.watch(id);
        return new RechargeResult.Saved(states.of(id));
    }

    /** A pause is over. */
    public void resume(AccountId id) {
        ledger.lock(id);
        recharges
                .find(id)
                .filter(auto -> auto.nextTryAt().isPresent() && !auto.isWaiting(clock.instant()))
                .ifPresent(AutoRecharge::waitedEnough);
        ledger.watch(id);
    }

    /** Something went wrong when a pause was over: not again at once. */
    public void postpone(AccountId id) {
        ledger.lock(id);
        recharges.find(id).ifPresent(auto -> auto.waitUntil(clock.instant().plus(LATER)));
    }
}
