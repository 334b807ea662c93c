package billing.web.usage;

import billing.domain.id.AccountId;
import billing.ejb.usage.UsageQuery;
import billing.ejb.usage.UsageReportService;
import billing.ejb.usage.UsageRow;
import billing.web.api.ApiCaller;
import billing.web.api.Csv;
import billing.web.api.JsonList;
import billing.web.api.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** An account's usage, summed up; {@code from} belongs to the span, {@code to} does not. */
@Path("/accounts/{account}/usage")
@RequestScoped
public class UsageResource {
    @Inject
    UsageReportService usage;

    @Inject
    ApiCaller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    public Response sums(@PathParam("account") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        AccountId account = caller.accountId(id);
        UsageReading reading = new UsageReading(Parameters.of(uri));
        UsageQuery query = reading.sums(account);
        List<UsageRow> rows = usage.rows(query);
        reading.refuseMoreRows(rows.size());
        return Csv.isWanted(headers)
                ? Response.ok(UsageCsv.of(rows, query.groups()), Csv.type()).build()
                : Response.ok(
                                JsonList.ofAll(rows, row -> UsageJson.of(row, query.groups())),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }
}
