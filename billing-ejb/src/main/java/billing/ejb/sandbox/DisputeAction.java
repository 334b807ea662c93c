package billing.ejb.sandbox;

/** What can be made to happen to a payment afterwards. */
public enum DisputeAction {
    /** Its bank asks about it; no money moves. */
    INQUIRE,
    /** Its bank takes the money back until it decides. */
    OPEN,
    /** The bank decides for us. */
    WIN,
    /** The bank decides for its customer. */
    LOSE
}
