package billing.ejb.usage;

import billing.domain.id.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which refused events are listed.
 *
 * @param code why they were refused; null for all reasons
 * @param account what they name as their account; null for all
 * @param dismissed those that were taken off the desk, instead of those that wait
 * @param after the cursor that the page before ended with, null for the first page
 */
public record DeskQuery(
        @Nullable String code,
        @Nullable String account,
        boolean dismissed,
        @Nullable String after,
        int limit) {
    /** All that wait. */
    public static DeskQuery waiting(@Nullable String after, int limit) {
        return new DeskQuery(null, null, false, after, limit);
    }

    /** The row before which the page begins. */
    long before() {
        return Page.before(after);
    }
}
