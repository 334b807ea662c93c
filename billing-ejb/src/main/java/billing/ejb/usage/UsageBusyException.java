package billing.ejb.usage;

/** More events are waiting to be written than may wait; nothing of what was sent was taken. */
public final class UsageBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageBusyException() {
        super("BILL-0601 too many usage events are waiting", null, false, false);
    }
}
