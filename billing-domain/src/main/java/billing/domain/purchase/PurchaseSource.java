package billing.domain.purchase;

/** Who wanted the credits. */
public enum PurchaseSource {
    PURCHASE,
    AUTO_RECHARGE
}
