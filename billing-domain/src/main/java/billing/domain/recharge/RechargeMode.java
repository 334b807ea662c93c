package billing.domain.recharge;

/** How an auto-recharge brings the balance up. */
public enum RechargeMode {
    /** One purchase of what is needed to reach the target. */
    TARGET,
    /** Purchases of one amount, one after the other, until the threshold is met. */
    INCREMENT
}
