package billing.web.recharge;

import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.web.page.Messages;

/**
 * A recharge that was not paid, as a line of the panel.
 *
 * @param why what happened, in words
 * @param next what it means for the money, and what to do
 */
public record RechargeAttempt(CreditPurchase purchase, String why, String next) {
    static RechargeAttempt of(CreditPurchase purchase) {
        if (purchase.status() == PurchaseStatus.EXPIRED) {
            return new RechargeAttempt(
                    purchase,
                    Messages.text("recharge.attempt.expired"),
                    Messages.text("recharge.attempt.expired.next"));
        }
        return new RechargeAttempt(
                purchase,
                purchase.failure().map(code -> Messages.of("decline", code)).orElse(""),
                purchase.failure().map(code -> Messages.next("decline", code)).orElse(""));
    }
}
