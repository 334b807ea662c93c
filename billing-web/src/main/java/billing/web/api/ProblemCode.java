package billing.web.api;

/** The refusals of the API with their HTTP status; title and detail are in the bundle. */
public enum ProblemCode {
    MALFORMED_JSON(400),
    INVALID_INPUT(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_INVALID(400),
    BAD_SIGNATURE(400),
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    PAYMENT_REQUIRED(402),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BODY_INCOMPLETE(400),
    ACCOUNT_CLOSED(409),
    ACCOUNT_SUSPENDED(409),
    ALREADY_PAID(409),
    CARD_REQUIRED(409),
    CONTACT_EXISTS(409),
    DEFAULT_PAYMENT_METHOD(409),
    PAYMENT_OPEN(409),
    DISPUTE_DEBT(409),
    DISPUTE_OPEN(409),
    HOLD_EXPIRED(409),
    HOLD_RELEASED(409),
    HOLD_SETTLED(409),
    IDEMPOTENCY_KEY_REUSED(409),
    INVOICE_PAYMENT_OPEN(409),
    INVOICE_DISPUTED(409),
    LAST_PAYMENT_METHOD(409),
    MONTH_NOT_OVER(409),
    NOTHING_DUE(409),
    NOTHING_TO_RETRY(409),
    PAYMENT_METHOD_REQUIRED(409),
    PRICE_EXISTS(409),
    PURCHASE_NOT_PAID(409),
    PURCHASE_DISPUTED(409),
    DISPUTE_IMPOSSIBLE(409),
    SETUP_NOT_FINISHED(409),
    SKU_DIFFERS(409),
    TOO_MANY_BUDGETS(409),
    TOO_MANY_CONTACTS(409),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    ALREADY_EXPIRED(422),
    AMOUNT_NOT_WHOLE_CENTS(422),
    AMOUNT_OUT_OF_RANGE(422),
    AMOUNT_TOO_LARGE(422),
    AMOUNT_TOO_SMALL(422),
    LEAVES_TOO_LITTLE(422),
    MORE_THAN_INVOICED(422),
    MORE_THAN_UNSPENT(422),
    NO_SUCH_PAYMENT_METHOD(422),
    NO_SUCH_TOKEN(422),
    PAST_IS_SETTLED(422),
    TOO_MANY_ATTEMPTS(429),
    TOO_MANY_DECLINES(429),
    TOO_MANY_EVENTS(429),
    INTERNAL(500),
    GATEWAY_UNAVAILABLE(503),
    UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The code of a refusal by the server itself, of which only the status is known. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
