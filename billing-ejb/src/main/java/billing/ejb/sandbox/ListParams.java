package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Pages of a list call: {@code limit}, {@code starting_after}, {@code ending_before}, {@code created} (docs.stripe.com/api/pagination). */
final class ListParams {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 100;
    private static final Map<String, String> COMPARISONS = Map.of("gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

    private ListParams() {}

    static Answer answer(Call call, Tx tx, Listing listing) throws SQLException {
        Params params = call.params();
        int limit = limit(params);
        List<Doc> docs = new ArrayList<>(
                tx.documents().list(page(params, created(params, listing)).limit(limit + 1)));
        boolean more = docs.size() > limit;
        List<Doc> shown = more ? docs.subList(0, limit) : docs;
        if (params.has("ending_before")) {
            Collections.reverse(shown);
        }
        return Answer.of(
                200, list(call.path(), more, shown.stream().map(Doc::body).toList()));
    }

    static JsonObject list(String url, boolean more, Collection<JsonObject> data) {
        return Jsons.object("object", "list", "data", Jsons.array(data), "has_more", more, "url", url);
    }

    private static int limit(Params params) {
        Long limit = params.whole("limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw ApiError.invalid("parameter_invalid_integer", "limit", "limit must be between 1 and " + MOST + ".");
        }
        return limit.intValue();
    }

    private static Listing page(Params params, Listing listing) {
        String after = params.text("starting_after");
        String before = params.text("ending_before");
        if (after != null && before != null) {
            throw ApiError.invalid(null, "ending_before", "Only one of starting_after and ending_before can be given.");
        }
        if (after != null) {
            return listing.after(after);
        }
        return before == null ? listing : listing.before(before);
    }

    private static Listing created(Params params, Listing listing) {
        Listing narrower = listing;
        Long exactly = params.whole("created");
        if (exactly != null) {
            narrower = narrower.created("=", exactly);
        }
        for (Map.Entry<String, String> comparison : COMPARISONS.entrySet()) {
            Long bound = params.whole("created." + comparison.getKey());
            if (bound != null) {
                narrower = narrower.created(comparison.getValue(), bound);
            }
        }
        return narrower;
    }
}
