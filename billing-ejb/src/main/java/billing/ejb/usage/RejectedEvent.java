package billing.ejb.usage;

/**
 * A usage event that was refused, as it came. Nothing in it has to make sense; what is too long for the desk is cut.
 *
 * @param account what it names as its account
 * @param body its JSON, as the API takes it
 */
public record RejectedEvent(String account, String eventId, String code, String message, String body) {
    private static final int MAX_NAME = 100;
    private static final int MAX_CODE = 40;
    private static final int MAX_MESSAGE = 500;
    private static final int MAX_BODY = 4000;

    public RejectedEvent {
        account = kept(account, MAX_NAME);
        eventId = kept(eventId, MAX_NAME);
        code = kept(code, MAX_CODE);
        message = kept(message, MAX_MESSAGE);
        body = kept(body, MAX_BODY);
    }

    /** As much of a text as there is room for, without the characters that no database takes. */
    private static String kept(String text, int max) {
        String cut = text.length() <= max ? text : text.substring(0, max);
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
