package billing.ejb.sandbox;

/** What became of letting a bank do something about a payment. */
public sealed interface DisputeResult {
    record Done(SandboxDispute dispute) implements DisputeResult {}

    /** The gateway does not allow it; its own words say why. */
    record Impossible(String why) implements DisputeResult {}
}
