package billing.ejb.sandbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which endpoint answers which method and path. */
final class Router {

    /** Answers one call, inside its transaction. */
    @FunctionalInterface
    interface Endpoint {
        Answer answer(Call call, Tx tx) throws SQLException;
    }

    /** An endpoint and the id that the path had in its place. */
    record Match(Endpoint endpoint, Map<String, String> ids) {}

    private record Route(String method, Pattern path, Endpoint endpoint) {}

    private final List<Route> routes = new ArrayList<>();

    Router get(String path, Endpoint endpoint) {
        return add("GET", path, endpoint);
    }

    Router post(String path, Endpoint endpoint) {
        return add("POST", path, endpoint);
    }

    Router delete(String path, Endpoint endpoint) {
        return add("DELETE", path, endpoint);
    }

    private Router add(String method, String path, Endpoint endpoint) {
        Pattern pattern = Pattern.compile(path.replace("{id}", "(?<id>[^/]{1,255})"));
        routes.add(new Route(method, pattern, endpoint));
        return this;
    }

    Optional<Match> find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(path);
            if (route.method.equals(method) && matcher.matches()) {
                Map<String, String> ids = matcher.groupCount() == 0 ? Map.of() : Map.of("id", matcher.group("id"));
                return Optional.of(new Match(route.endpoint, ids));
            }
        }
        return Optional.empty();
    }
}
