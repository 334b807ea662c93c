package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** {@code metadata[…]}: up to 50 pairs; an empty value removes its key (docs.stripe.com/api/metadata). */
final class Metadata {
    private static final int MOST = 50;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VALUE = 500;

    private Metadata() {}

    static JsonObject of(Params params) {
        return of(params, "metadata");
    }

    static JsonObject of(Params params, String prefix) {
        Map<String, String> pairs = new TreeMap<>();
        params.members(prefix).forEach((key, value) -> put(pairs, key, value));
        return Jsons.strings(pairs);
    }

    /** The object with its metadata changed as the request says. */
    static Doc update(Doc doc, Params params) {
        if (!params.hasAny("metadata")) {
            return params.has("metadata") ? doc.with("metadata", Jsons.object()) : doc;
        }
        Map<String, String> pairs = new TreeMap<>();
        doc.object("metadata")
                .forEach((key, value) -> pairs.put(key, doc.object("metadata").getString(key)));
        params.members("metadata").forEach((key, value) -> put(pairs, key, value));
        return doc.with("metadata", Jsons.strings(pairs));
    }

    private static void put(Map<String, String> pairs, String key, String value) {
        if (key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE || pairs.size() >= MOST) {
            throw ApiError.invalid(
                    null,
                    "metadata",
                    "Metadata can have up to 50 keys, of up to 40 characters, with values up to 500.");
        }
        if (value.isEmpty()) {
            pairs.remove(key);
            return;
        }
        pairs.put(key, value);
    }
}
