package billing.domain.ledger;

/** The kinds of things that entries are made for. */
public enum CauseType {
    PURCHASE,
    REFUND,
    GRANT,
    USAGE_BATCH,
    HOLD,
    INVOICE,
    DISPUTE,
    ACCOUNT
}
