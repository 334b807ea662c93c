package billing.domain.recharge;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account's auto-recharge: what its owner agreed to, and how the last recharges went. */
@Entity
@Table(name = "auto_recharge")
public class AutoRecharge {
    @Id
    private long account;

    private boolean enabled;

    @Enumerated(EnumType.STRING)
    private RechargeMode mode;

    private Money threshold;
    private @Nullable Money target;
    private @Nullable Money amount;

    @Column(name = "amount_cap")
    private Money amountCap;

    @Column(name = "count_cap")
    private int countCap;

    @Enumerated(EnumType.STRING)
    @Column(name = "off_reason")
    private @Nullable OffReason offReason;

    private int failures;

    @Column(name = "next_try_at")
    private @Nullable Instant nextTryAt;

    @Column(name = "capped_month")
    private @Nullable String cappedMonth;

    private int agreement;

    @Version
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AutoRecharge() {}

    /** One that nobody has agreed to yet. */
    @SuppressWarnings("NullAway.Init") // put does it
    public AutoRecharge(AccountId account) {
        this.account = account.value();
        put(RechargeSettings.PROPOSED);
    }

    private void put(RechargeSettings settings) {
        mode = settings.mode();
        threshold = settings.threshold();
        target = settings.target();
        amount = settings.amount();
        amountCap = settings.monthlyAmountCap();
        countCap = settings.monthlyCountCap();
    }

    /**
     * The owner has agreed: it is on from now. Who turns it on starts afresh; while it is on, other settings do not make a card
     * that was declined be tried sooner or more often, but may make room in a month that had none.
     */
    public void agree(RechargeSettings settings, int number) {
        if (!enabled) {
            tryAfresh();
        } else if (failures == 0 || waitsForMonth()) {
            nextTryAt = null;
        }
        put(settings);
        agreement = number;
        enabled = true;
        offReason = null;
    }

    private boolean waitsForMonth() {
        return cappedMonth != null
                && MonthSoFar.start(YearMonth.parse(cappedMonth).plusMonths(1)).equals(nextTryAt);
    }

    /** Whether agreeing to these settings leaves it waiting for what it waits for now. */
    public boolean staysWaiting(RechargeSettings wanted, Instant now) {
        return enabled && isWaiting(now) && !waitsForMonth() && (failures > 0 || isOn(wanted));
    }

    /** It stops until the owner turns it on again. */
    public void stop(OffReason reason) {
        enabled = false;
        offReason = reason;
        tryAfresh();
    }

    /** What was declined does not count any more: another card is charged now, or the owner has looked at it. */
    public void tryAfresh() {
        failures = 0;
        nextTryAt = null;
    }

    /** A recharge was paid. */
    public void succeeded() {
        tryAfresh();
    }

    /** The bank said no, but may say yes another time. The last such answer turns it off. */
    public void declined(Instant at) {
        failures++;
        RetryPlan.pause(failures)
                .ifPresentOrElse(pause -> nextTryAt = at.plus(pause), () -> stop(OffReason.DECLINED_REPEATEDLY));
    }

    /** Nothing more is to be tried before then. */
    public void waitUntil(Instant time) {
        nextTryAt = time;
    }

    /** What it waited for is over. */
    public void waitedEnough() {
        nextTryAt = null;
    }

    /**
     * The month has no room for the next recharge; it waits for the next month.
     *
     * @return whether that is news in this month
     */
    public boolean reachedCap(Instant now) {
        YearMonth month = MonthSoFar.month(now);
        nextTryAt = MonthSoFar.start(month.plusMonths(1));
        boolean news = !month.toString().equals(cappedMonth);
        cappedMonth = month.toString();
        return news;
    }

    public AccountId account() {
        return new AccountId(account);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Whether it must not try anything yet. */
    public boolean isWaiting(Instant now) {
        return nextTryAt != null && now.isBefore(nextTryAt);
    }

    /** Whether it waits for the next month, because this one has no room. */
    public boolean isCapped(Instant now) {
        return isWaiting(now) && waitsForMonth();
    }

    public RechargeSettings settings() {
        return new RechargeSettings(mode, threshold, target, amount, amountCap, countCap);
    }

    /** Declines in a row. */
    public int failures() {
        return failures;
    }

    public Optional<Instant> nextTryAt() {
        return Optional.ofNullable(nextTryAt);
    }

    public Optional<OffReason> offReason() {
        return Optional.ofNullable(offReason);
    }

    /** The number of what the owner agreed to last; 0 if nothing was ever agreed. */
    public int agreement() {
        return agreement;
    }

    /** Whether these are the settings that are in force. */
    public boolean isOn(RechargeSettings wanted) {
        return enabled && Objects.equals(settings(), wanted);
    }
}
