package billing.domain.payment;

/** The gateway did not answer, or not sensibly, in a call that moves no money. Trying again is safe. */
public class GatewayUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public GatewayUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
