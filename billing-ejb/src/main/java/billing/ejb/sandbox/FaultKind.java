package billing.ejb.sandbox;

/** What can be made to go wrong with a charge, or with the notices of it. */
public enum FaultKind {
    /** The charge is made, and no answer is ever given. */
    TIMEOUT_AFTER_CHARGE(true),
    /** Nothing is done nor kept, and no answer is ever given; the same key charges later. */
    TIMEOUT_BEFORE_CHARGE(true),
    /** A 500 without a charge, which the same key gets again. */
    SERVER_ERROR(true),
    /** Each notice is sent twice. */
    DUPLICATE_WEBHOOK(false),
    /** No notice is sent. */
    WEBHOOK_LOST(false),
    /** The notices are sent last one first, and before the charge is answered. */
    WEBHOOK_OUT_OF_ORDER(false);

    private final boolean answer;

    FaultKind(boolean answer) {
        this.answer = answer;
    }

    /** Whether it strikes the answer of a charge call; else it strikes the notices. */
    boolean strikesAnswer() {
        return answer;
    }
}
