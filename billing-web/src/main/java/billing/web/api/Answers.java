package billing.web.api;

import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that name addresses. Those are made of the configured one, never of the request's Host header. */
@ApplicationScoped
public class Answers {
    @Inject
    Configuration configuration;

    /** 201 with where the new thing is, below the API's path. */
    public Response created(String path, JsonObject json) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, configuration.publicUrl() + ApiApplication.PATH + path)
                .entity(json)
                .build();
    }

    /** The address of a page for people. */
    public String page(String path) {
        return configuration.publicUrl() + path;
    }
}
