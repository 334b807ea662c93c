package billing.domain.ledger;

/** The lines of the books. A customer has its own of the first four; the others belong to the house. */
public enum LedgerAccount {
    /** What the house owes the customer: unspent credits less debt. Positive is the customer's favour. */
    CREDITS(true),
    /** What the customer owes on issued invoices, as a negative number. */
    RECEIVABLE(true),
    /** What a lost dispute took back after it was spent, as a negative number. */
    DISPUTE_DEBT(true),
    /** Credits that a dispute keeps from being spent. */
    FROZEN(true),
    /** Money at the gateway: each posting has a payment or a refund there. */
    GATEWAY_CLEARING(false),
    /** Credits that were spent. */
    REVENUE(false),
    /** Credits given away. */
    PROMOTION(false),
    /** Credits that expired or lapsed. */
    BREAKAGE(false),
    /** Fractions of cents that invoices leave. */
    ROUNDING(false),
    /** What the house gave up to collect. */
    WRITE_OFF(false);

    private final boolean customers;

    LedgerAccount(boolean customers) {
        this.customers = customers;
    }

    /** Whether each customer has one of these, with a running balance. */
    public boolean isCustomers() {
        return customers;
    }
}
