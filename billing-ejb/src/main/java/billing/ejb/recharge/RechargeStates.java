package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.recharge.AutoRecharge;
import billing.domain.recharge.MonthSoFar;
import billing.domain.recharge.RechargeStatus;
import billing.ejb.purchase.PurchaseService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Puts together what the owner sees. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class RechargeStates {
    @Inject
    RechargeRepository recharges;

    @Inject
    PurchaseService purchases;

    @Inject
    RechargeWatch watch;

    @Inject
    InstantSource clock;

    RechargeState of(AccountId account) {
        AutoRecharge auto = recharges.find(account).orElseGet(() -> new AutoRecharge(account));
        Optional<CreditPurchase> open = purchases.openRecharge(account);
        MonthSoFar month = watch.soFar(account);
        Instant now = clock.instant();
        return new RechargeState(
                auto.settings(),
                auto.isEnabled(),
                status(auto, open, now),
                auto.offReason().orElse(null),
                auto.failures(),
                auto.nextTryAt().filter(at -> auto.isWaiting(now)).orElse(null),
                open.map(CreditPurchase::id).orElse(null),
                month.count(),
                month.amount(),
                auto.agreement());
    }

    private static RechargeStatus status(AutoRecharge auto, Optional<CreditPurchase> open, Instant now) {
        if (open.isPresent()) {
            return open.get().status() == PurchaseStatus.ACTION_REQUIRED
                    ? RechargeStatus.AUTHORIZATION_NEEDED
                    : RechargeStatus.CHARGING;
        }
        if (!auto.isEnabled()) {
            return RechargeStatus.OFF;
        }
        if (!auto.isWaiting(now)) {
            return RechargeStatus.ACTIVE;
        }
        return auto.isCapped(now) ? RechargeStatus.CAP_REACHED : RechargeStatus.RETRYING;
    }
}
