package billing.ejb.purchase;

import billing.domain.money.Money;

/** Recharges of some time that were paid or still may be. */
public record RechargesMade(int count, Money amount) {
    static final RechargesMade NONE = new RechargesMade(0, Money.ZERO);
}
