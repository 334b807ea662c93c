package billing.domain.invoice;

/**
 * Why no tax is added to what is charged, by the letters of EN 16931. Categories that add tax are missing on purpose: what is
 * charged is the amount of the books, and the books are net.
 */
public enum VatCategory {
    /** Outside the scope of VAT. */
    O,
    /** Exempt. */
    E,
    /** Taxed with nothing. */
    Z
}
