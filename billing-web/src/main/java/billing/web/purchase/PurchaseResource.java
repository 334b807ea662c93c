package billing.web.purchase;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A single purchase. */
@Path("/purchases/{purchase}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseResource {
    @Inject
    VisiblePurchases purchases;

    @GET
    public JsonObject get(@PathParam("purchase") String id) {
        return purchases.json(purchases.get(id));
    }
}
