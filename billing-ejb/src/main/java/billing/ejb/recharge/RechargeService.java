package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.Outlook;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.Replay;
import billing.domain.recharge.SettingsCheck;
import billing.domain.recharge.SettingsProblem;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Auto-recharge, as owners set it. What it does by itself happens in the transactions that change the balance. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class RechargeService {
    /** How far back a preview replays usage. */
    private static final int REPLAY_DAYS = 30;

    @Inject
    RechargeSteps steps;

    @Inject
    RechargeStates states;

    @Inject
    RechargeRepository recharges;

    @Inject
    RechargeWatch watch;

    @Inject
    AgreementTexts texts;

    @Inject
    LedgerService ledger;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** The account's auto-recharge; where nothing was ever agreed to, it is off and shows what would be proposed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public RechargeState get(AccountId account) {
        return states.of(account);
    }

    /** What settings would do now, and would have done lately. Nothing changes. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public RechargePreview preview(AccountId account, RechargeSettings settings) {
        return preview(account, settings, Money.ZERO);
    }

    /** The same, for somebody who buys credits at the same time: they are taken as being there already. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public RechargePreview preview(AccountId account, RechargeSettings settings, Money bought) {
        Money available = ledger.balance(account).available().plus(bought);
        Money largest = configuration.maxPurchase();
        List<SettingsProblem> problems = SettingsCheck.of(settings, largest, available);
        if (!problems.isEmpty()) {
            return new RechargePreview(problems, Outlook.NOTHING, new Replay(0, Money.ZERO, false), REPLAY_DAYS, "");
        }
        Outlook now = outlook(account, settings, available);
        return new RechargePreview(problems, now, replay(account, settings), REPLAY_DAYS, texts.of(settings));
    }

    private Outlook outlook(AccountId account, RechargeSettings settings, Money available) {
        if (watch.isBusy(account, settings)) {
            return Outlook.WAITING;
        }
        Outlook now = Outlook.of(settings, configuration.maxPurchase(), available, watch.soFar(account));
        return watch.restsUntil(account)
                .filter(time -> now.purchases() > 0)
                .map(Outlook::restingUntil)
                .orElse(now);
    }

    private Replay replay(AccountId account, RechargeSettings settings) {
        Instant to = clock.instant();
        Instant from = to.minus(Duration.ofDays(REPLAY_DAYS));
        List<Replay.Spent> spending = ledger.spending(account, from, to).stream()
                .map(hour -> new Replay.Spent(hour.at(), hour.amount()))
                .toList();
        return Replay.of(settings, configuration.maxPurchase(), ledger.settledAt(account, from), spending);
    }

    /** Turns it on, or changes it. A balance below the threshold is recharged at once. */
    public RechargeResult save(SaveRecharge command) {
        return steps.save(command);
    }

    /** Which dispute keeps it from being turned on now, one that is open or one that is to be paid for. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<RechargeRefusal> dispute(AccountId account) {
        return steps.dispute(account);
    }

    /** Turns it off, until somebody turns it on again. */
    public RechargeResult turnOff(AccountId account, String actor, @Nullable String address) {
        return steps.turnOff(account, actor, address);
    }

    /** Makes the next try of a declined recharge now. */
    public RechargeResult retryNow(AccountId account) {
        return steps.retryNow(account);
    }

    /** It stops for a reason of another room, in that room's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void stop(AccountId account, OffReason reason) {
        steps.stop(account, reason);
    }

    /** What was agreed to, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<Agreement> agreements(AccountId account, @Nullable String after, int limit) {
        return recharges.agreements(account, Page.before(after), limit);
    }

    /** What was agreed to under a number. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Agreement> agreement(AccountId account, int number) {
        return recharges.agreement(account, number);
    }
}
