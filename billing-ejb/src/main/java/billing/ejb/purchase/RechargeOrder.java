package billing.ejb.purchase;

import billing.domain.account.BillingAccount;
import billing.domain.money.Money;
import billing.domain.payment.PaymentMethod;

/**
 * A recharge to be made.
 *
 * @param agreement the number of what the owner agreed to
 */
public record RechargeOrder(BillingAccount account, PaymentMethod method, Money amount, int agreement) {
    /** Who buys what auto-recharge buys. */
    static final String ACTOR = "system";
}
