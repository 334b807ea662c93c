package billing.domain.ledger;

/** Where a lot of credits came from. The order is the burn-down order of lots that expire together. */
public enum GrantKind {
    FREE,
    PURCHASED
}
