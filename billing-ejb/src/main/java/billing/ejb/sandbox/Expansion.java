package billing.ejb.sandbox;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code expand[]}: puts whole objects in the place of their ids, also along a path and in lists
 * (docs.stripe.com/api/expanding_objects).
 */
final class Expansion {
    private static final int DEEPEST = 4;

    private final Tx tx;

    Expansion(Tx tx) {
        this.tx = tx;
    }

    Answer of(Answer answer, List<String> paths) throws SQLException {
        if (paths.isEmpty() || answer.status() != 200) {
            return answer;
        }
        JsonObject body = answer.json();
        for (String path : paths) {
            List<String> members = List.of(path.split("\\."));
            if (members.size() > DEEPEST) {
                throw notExpandable(path);
            }
            body = expand(body, members, path);
        }
        return answer.body(body);
    }

    private JsonObject expand(JsonObject object, List<String> path, String whole) throws SQLException {
        String member = path.get(0);
        JsonValue value = object.get(member);
        if (isRefunds(object, member)) {
            return Jsons.with(object, member, RefundsApi.ofCharge(tx, object.getString("id")));
        }
        if (value == null) {
            throw notExpandable(whole);
        }
        List<String> rest = path.subList(1, path.size());
        return value == JsonValue.NULL ? object : Jsons.with(object, member, inside(value, rest, whole));
    }

    private JsonValue inside(JsonValue value, List<String> rest, String whole) throws SQLException {
        if (value instanceof JsonArray array) {
            List<JsonValue> all = new ArrayList<>();
            for (JsonValue each : array) {
                all.add(inside(each, rest, whole));
            }
            return Jsons.array(all);
        }
        JsonObject object = value instanceof JsonObject already ? already : load(value, whole);
        return rest.isEmpty() ? object : expand(object, rest, whole);
    }

    private JsonObject load(JsonValue value, String path) throws SQLException {
        String id = value instanceof JsonString string ? string.getString() : "";
        Optional<Kind> kind = Kind.ofId(id);
        Optional<Doc> found = kind.isEmpty() ? Optional.empty() : find(kind.get(), id);
        return found.map(Doc::body).orElseThrow(() -> notExpandable(path));
    }

    private Optional<Doc> find(Kind kind, String id) throws SQLException {
        Optional<Doc> found = tx.documents().find(kind, id);
        return found.isEmpty() && kind == Kind.CUSTOMER ? tx.documents().find(Kind.DELETED_CUSTOMER, id) : found;
    }

    private static boolean isRefunds(JsonObject object, String member) {
        return member.equals("refunds") && "charge".equals(Jsons.text(object, "object"));
    }

    private static ApiError notExpandable(String path) {
        return ApiError.invalid(null, "expand", "This property cannot be expanded (" + path + ").");
    }
}
