package billing.web.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.DetailsField;
import billing.ejb.invoice.BillingDetailsService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom an account's documents are issued to from now on. */
@Path("/accounts/{account}/billing-details")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BillingDetailsResource {
    @Inject
    BillingDetailsService details;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject get(@PathParam("account") String id) {
        return InvoiceJson.details(details.current(caller.accountId(id)));
    }

    /** The whole of it: what is missing, or null, is gone. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject put(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        Map<DetailsField, String> values = read(Fields.of(body));
        BillingDetails now = details.change(account, values, caller.get().actor())
                .orElseThrow(() -> Problem.of(ProblemCode.ACCOUNT_CLOSED).asException());
        return InvoiceJson.details(now);
    }

    static Map<DetailsField, String> read(Fields fields) {
        Map<DetailsField, String> values = new EnumMap<>(DetailsField.class);
        for (DetailsField field : DetailsField.values()) {
            fields.optionalText(field.label(), field.longest()).map(field::tidy).ifPresent(text -> {
                values.put(field, text);
                if (!field.accepts(text)) {
                    fields.refuse(field.label(), "details." + field.label());
                }
            });
        }
        fields.check();
        return values;
    }
}
