package billing.ejb.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list call asks the table for: filters, a page, newest first. Immutable; each method answers a narrower one. */
final class Listing {
    private final String where;
    private final List<Object> arguments;
    private final boolean forward;
    private final int limit;

    private Listing(String where, List<Object> arguments, boolean forward, int limit) {
        this.where = where;
        this.arguments = arguments;
        this.forward = forward;
        this.limit = limit;
    }

    static Listing of(Kind kind) {
        return new Listing("kind = ?", List.of(kind.name()), false, 1000);
    }

    Listing customer(@Nullable String id) {
        return equal("customer", id);
    }

    Listing parent(@Nullable String id) {
        return equal("parent", id);
    }

    Listing searchKey(@Nullable String key) {
        return equal("search_key", key);
    }

    /** @param operator one of the comparisons that {@link ListParams} knows, never text of a request */
    Listing created(String operator, long seconds) {
        return and("created " + operator + " ?", seconds);
    }

    Listing after(String id) {
        return and("seq < (SELECT seq FROM sandbox_object WHERE id = ?)", id);
    }

    /** The page that lies before an object reads upwards; the caller turns it round. */
    Listing before(String id) {
        Listing narrower = and("seq > (SELECT seq FROM sandbox_object WHERE id = ?)", id);
        return new Listing(narrower.where, narrower.arguments, true, limit);
    }

    Listing limit(int rows) {
        return new Listing(where, arguments, forward, rows);
    }

    String sql() {
        return "WHERE " + where + " ORDER BY seq " + (forward ? "ASC" : "DESC") + " FETCH FIRST " + limit
                + " ROWS ONLY";
    }

    List<Object> arguments() {
        return arguments;
    }

    private Listing equal(String column, @Nullable String value) {
        return value == null ? this : and(column + " = ?", value);
    }

    private Listing and(String condition, Object argument) {
        List<Object> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Listing(where + " AND " + condition, more, forward, limit);
    }
}
