package billing.domain.payment;

/** The gateway did not answer, or not sensibly, in a call that moves no money. Trying again is safe. */
public class GatewayUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean busy;

    /** @param busy whether the same call is under way already, so that its answer can be had in a moment */
    public GatewayUnavailableException(String message, boolean busy, Throwable cause) {
        super(message, cause);
        this.busy = busy;
    }

    /** Whether the same call is under way already. */
    public boolean isBusy() {
        return busy;
    }
}
