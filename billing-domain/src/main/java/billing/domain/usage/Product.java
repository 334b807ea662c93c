package billing.domain.usage;

/** What credits pay for, as invoices and usage pages group it. */
public enum Product {
    API_REQUEST,
    DEDICATED_ENDPOINT,
    FINE_TUNING,
    EVALUATION,
    OTHER
}
