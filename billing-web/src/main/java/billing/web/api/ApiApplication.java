package billing.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API, version 1. Its resources live in the rooms of their nouns. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {
    /** Where it is, below the context root. */
    public static final String PATH = "/api/v1";

    /** Jersey would describe the API to everybody in its own way; /openapi does. Other servers don't know the setting. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
