package billing.domain.purchase;

/** Who wanted the credits, or what is paid instead. */
public enum PurchaseSource {
    PURCHASE,
    AUTO_RECHARGE,
    /** It pays an invoice and becomes no credits. */
    INVOICE
}
