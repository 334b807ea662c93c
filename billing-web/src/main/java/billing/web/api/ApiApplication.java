package billing.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API, version 1. Its resources live in the rooms of their nouns. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {
    /** Where it is, below the context root. */
    public static final String PATH = "/api/v1";
}
