package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.MethodType;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.recharge.AutoRecharge;
import billing.domain.recharge.OffReason;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.payment.NewDefaultMethod;
import billing.ejb.purchase.DisputeChanged;
import billing.ejb.purchase.PurchaseChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What purchases and payment methods mean for auto-recharge, in the transaction that changes them: both events are observed
 * at once, so what follows from them is committed with them or not at all.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RechargeOutcomes {
    /** What the gateway could not even try is tried again so soon, and not counted. */
    private static final Duration OUTAGE = Duration.ofMinutes(15);

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    RechargeRepository recharges;

    @Inject
    RechargeSteps steps;

    @Inject
    AuthorizationLinks links;

    @Inject
    RechargeMails mails;

    @Inject
    InstantSource clock;

    void changed(@Observes PurchaseChanged change) {
        CreditPurchase purchase = change.purchase();
        ledger.lock(purchase.account());
        if (purchase.isRecharge()) {
            recharges.find(purchase.account()).ifPresent(auto -> recharged(auto, purchase));
        }
        if (!purchase.status().isOpen()) {
            ledger.watch(purchase.account());
        }
    }

    private void recharged(AutoRecharge auto, CreditPurchase purchase) {
        switch (purchase.status()) {
            case SUCCEEDED -> {
                auto.succeeded();
                mails.made(purchase);
            }
            case ACTION_REQUIRED -> links.send(purchase);
            case FAILED -> failed(auto, purchase, purchase.failure().orElse(DeclineCode.CARD_DECLINED));
            case EXPIRED -> failed(auto, purchase, DeclineCode.AUTHENTICATION_FAILED);
            default -> {
                // refunds and disputes are no outcome of a recharge
            }
        }
    }

    private void failed(AutoRecharge auto, CreditPurchase purchase, DeclineCode code) {
        if (!auto.isEnabled() || !isByDefaultMethod(purchase)) {
            return;
        }
        if (code.isHard()) {
            steps.stop(auto.account(), OffReason.DECLINED);
        } else if (purchase.paymentRef().isEmpty() && code == DeclineCode.PROCESSING_ERROR) {
            auto.waitUntil(clock.instant().plus(OUTAGE));
        } else {
            declined(auto, purchase, code);
        }
    }

    /** What is said of a card that recharges are not charged to any more says nothing of the one that they are. */
    private boolean isByDefaultMethod(CreditPurchase purchase) {
        return accounts.find(purchase.account())
                .filter(account -> account.isDefaultMethod(purchase.methodId()))
                .isPresent();
    }

    private void declined(AutoRecharge auto, CreditPurchase purchase, DeclineCode code) {
        Instant now = clock.instant();
        auto.declined(now);
        if (!auto.isEnabled()) {
            steps.noteStop(auto, OffReason.DECLINED_REPEATEDLY);
        } else if (auto.failures() == 1) {
            mails.declined(purchase, code, auto.nextTryAt().orElse(now));
        }
    }

    /** While a bank asks a payment back, or once it got it, nothing is charged by itself. */
    void disputed(@Observes DisputeChanged change) {
        if (change.purchase().status() == PurchaseStatus.DISPUTED) {
            steps.stop(change.purchase().account(), OffReason.DISPUTE);
        }
    }

    void defaultChanged(@Observes NewDefaultMethod change) {
        AccountId account = change.account();
        if (change.type() == MethodType.US_BANK_ACCOUNT) {
            steps.stop(account, OffReason.BANK_ACCOUNT_DEFAULT);
        } else {
            ledger.lock(account);
            recharges.find(account).filter(AutoRecharge::isEnabled).ifPresent(AutoRecharge::tryAfresh);
        }
        ledger.watch(account);
    }
}
