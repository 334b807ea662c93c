package billing.ejb.recharge;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.domain.payment.MethodType;
import billing.domain.payment.PaymentMethod;
import billing.domain.recharge.AutoRecharge;
import billing.domain.recharge.MonthSoFar;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.RetryPlan;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.BalanceWatcher;
import billing.ejb.ledger.Watch;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.purchase.RechargeOrder;
import billing.ejb.purchase.RechargesMade;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Places a recharge as soon as one is due. While none may be made it watches nothing: whatever ends that asks anew. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RechargeWatch implements BalanceWatcher {
    /** With a little more, a recharge to a target is a little smaller, and may fit into a month that had no room for it. */
    private static final Money LEAST = Money.ofNanos(1);

    @Inject
    RechargeRepository recharges;

    @Inject
    AccountService accounts;

    @Inject
    PaymentMethodService methods;

    @Inject
    PurchaseService purchases;

    @Inject
    RechargeMails mails;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    @Override
    public Watch look(AccountId account, Balance balance) {
        return recharges
                .find(account)
                .filter(AutoRecharge::isEnabled)
                .map(auto -> look(auto, balance.available()))
                .orElse(Watch.NONE);
    }

    private Watch look(AutoRecharge auto, Money available) {
        Instant now = clock.instant();
        if (auto.isWaiting(now) && !auto.isCapped(now) || isUnderWay(auto.account())) {
            return Watch.NONE;
        }
        auto.waitedEnough();
        RechargeSettings settings = auto.settings();
        Optional<Money> due = settings.next(available, configuration.maxPurchase());
        if (due.isEmpty()) {
            return Watch.below(settings.threshold());
        }
        recharge(auto, due.get(), now);
        return auto.isCapped(now) ? Watch.from(available.plus(LEAST)) : Watch.NONE;
    }

    /** Whether agreeing to these settings would place nothing, because something else comes first. */
    boolean isBusy(AccountId account, RechargeSettings wanted) {
        return isUnderWay(account)
                || recharges
                        .find(account)
                        .filter(auto -> auto.staysWaiting(wanted, clock.instant()))
                        .isPresent();
    }

    private boolean isUnderWay(AccountId account) {
        return purchases.openRecharge(account).isPresent() || purchases.isCharging(account);
    }

    private void recharge(AutoRecharge auto, Money amount, Instant now) {
        MonthSoFar month = soFar(auto.account());
        if (!auto.settings().allows(amount, month)) {
            if (auto.reachedCap(now)) {
                mails.capReached(auto, amount, month);
            }
            return;
        }
        restsUntil(auto.account()).ifPresentOrElse(auto::waitUntil, () -> place(auto, amount));
    }

    /** When it may charge again, after as many declines as a day may have; empty if it may now. */
    Optional<Instant> restsUntil(AccountId account) {
        Instant since = clock.instant().minus(RetryPlan.DAY);
        return purchases
                .declinedRecharge(account, RetryPlan.MOST_IN_A_DAY, since)
                .map(first -> first.plus(RetryPlan.DAY));
    }

    private void place(AutoRecharge auto, Money amount) {
        accounts.find(auto.account())
                .filter(BillingAccount::isActive)
                .ifPresent(account -> card(account)
                        .ifPresent(
                                card -> purchases.place(new RechargeOrder(account, card, amount, auto.agreement()))));
    }

    /** The recharges of this calendar month, UTC. */
    MonthSoFar soFar(AccountId account) {
        RechargesMade made = purchases.rechargesSince(account, MonthSoFar.startOf(clock.instant()));
        return new MonthSoFar(made.count(), made.amount());
    }

    /** The card that recharges are charged to: only the default method, and only a card. */
    Optional<PaymentMethod> card(BillingAccount account) {
        return account.defaultMethod()
                .flatMap(id -> methods.find(account.id(), id))
                .filter(method -> method.details().type() == MethodType.CARD);
    }
}
