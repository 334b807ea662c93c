package billing.ejb.usage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of events ends.
 *
 * @param batch the batch of its last event
 * @param event the id of its last event, which the next page's follow within the batch
 */
record EventCursor(long batch, String event) {
    private static final EventCursor START = new EventCursor(Long.MAX_VALUE, "");

    static EventCursor of(RecordedUsage last) {
        return new EventCursor(last.batch(), last.id());
    }

    /** A text that is no cursor is where the list begins. */
    static EventCursor parse(@Nullable String text) {
        if (text == null || !isCursor(text)) {
            return START;
        }
        int dot = text.indexOf('.');
        byte[] event = Base64.getUrlDecoder().decode(text.substring(dot + 1));
        return new EventCursor(Long.parseLong(text.substring(0, dot)), new String(event, StandardCharsets.UTF_8));
    }

    static boolean isCursor(String text) {
        return text.matches("\\d{1,18}\\.(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?") && text.length() <= 1_000;
    }

    @Override
    public String toString() {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        return batch + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
