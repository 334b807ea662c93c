package billing.domain.id;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items newest first unless the call says otherwise
 * @param next the cursor that continues the list, null on its last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** The number before which a page of numbered items begins, newest first; no cursor, and what is none, begins it all. */
    public static long before(@Nullable String cursor) {
        return cursor != null && cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
    }

    /** The page of at most {@code limit} items, made of one more than that, which only tells that the list goes on. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
