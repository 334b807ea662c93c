package billing.web.invoice;

import billing.domain.id.AccountId;
import billing.ejb.invoice.InvoiceService;
import billing.web.api.ApiCaller;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** An account's invoices and statements. */
@Path("/accounts/{account}/invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountInvoiceResource {
    /** Year and month. */
    private static final String CURSOR = "\\d{6}";

    @Inject
    InvoiceService invoices;

    @Inject
    InvoiceSheets sheets;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject list(@PathParam("account") String id, @Context UriInfo uri) {
        AccountId account = caller.accountId(id);
        Parameters query = Parameters.of(uri);
        int limit = query.limit();
        String after = query.after(cursor -> cursor.matches(CURSOR));
        query.check();
        return JsonList.of(invoices.list(account, after, limit), invoice -> InvoiceJson.of(sheets.sheet(invoice)));
    }
}
