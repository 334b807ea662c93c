package billing.domain.payment;

/** The kinds of payment methods that we take. */
public enum MethodType {
    CARD,
    US_BANK_ACCOUNT
}
