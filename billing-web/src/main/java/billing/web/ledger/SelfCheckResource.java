package billing.web.ledger;

import billing.ejb.ledger.Finding;
import billing.ejb.ledger.SelfCheck;
import billing.ejb.ledger.SelfCheckService;
import billing.web.api.Json;
import billing.web.api.PlatformOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The proof that the books fit, made anew for each request. */
@Path("/self-check")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SelfCheckResource {
    @Inject
    SelfCheckService books;

    @GET
    @PlatformOnly
    public JsonObject run() {
        return json(books.run());
    }

    private static JsonObject json(SelfCheck check) {
        JsonArrayBuilder findings = Json.createArrayBuilder();
        check.findings().forEach(finding -> findings.add(json(finding)));
        JsonObjectBuilder totals = Json.createObjectBuilder();
        check.totals().forEach((account, nanos) -> totals.add(account.name(), nanos.toString()));
        return Json.createObjectBuilder()
                .add("ok", check.ok())
                .add("checkedAt", check.checkedAt().toString())
                .add("accounts", check.accounts())
                .add("entries", check.entries())
                .add("root", check.root())
                .add("totalNanos", totals)
                .add("findings", findings)
                .build();
    }

    private static JsonObject json(Finding finding) {
        return Json.createObjectBuilder()
                .add("code", finding.code())
                .add("account", finding.account())
                .add("detail", finding.detail())
                .build();
    }
}
