package billing.domain.account;

/** What a contract is about. */
public enum ContractPlan {
    SCALE,
    ENTERPRISE
}
