package billing.ejb.sandbox;

import java.util.Map;

/** A request of the API: what is asked of which object with which parameters. */
record Call(String method, String path, Map<String, String> ids, Params params) {

    /** The id in the path. */
    String id() {
        return ids.getOrDefault("id", "");
    }

    Call routed(Map<String, String> found) {
        return new Call(method, path, found, params);
    }
}
