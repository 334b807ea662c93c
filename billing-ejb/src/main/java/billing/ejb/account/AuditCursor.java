package billing.ejb.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Before which action a page begins.
 *
 * @param at its time
 * @param key its key, of actions at the same time
 */
record AuditCursor(Instant at, String key) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,16})\\.([a-zA-Z0-9_-]{1,60})");
    private static final AuditCursor NEWEST = new AuditCursor(Instant.parse("9000-01-01T00:00:00Z"), "zzz");

    static AuditCursor read(@Nullable String text) {
        Matcher read = TEXT.matcher(text == null ? "" : text);
        return read.matches()
                ? new AuditCursor(Instant.EPOCH.plus(Long.parseLong(read.group(1)), ChronoUnit.MICROS), read.group(2))
                : NEWEST;
    }

    static String of(OperatorAction action) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, action.at()) + "." + action.key();
    }
}
