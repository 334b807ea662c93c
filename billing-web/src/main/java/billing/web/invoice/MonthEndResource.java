package billing.web.invoice;

import billing.ejb.account.ActionKind;
import billing.ejb.account.AuditService;
import billing.ejb.invoice.MonthEndService;
import billing.ejb.invoice.MonthRun;
import billing.web.api.ApiCaller;
import billing.web.api.FieldError;
import billing.web.api.JsonList;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import billing.web.api.SharedTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;

/** Month ends: closes one that the timer has not closed yet, and tells how they went. */
@Path("/month-end")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MonthEndResource {
    /** Two years of them, and the newest ones only: the documents tell the rest. */
    private static final int MOST = 24;

    @Inject
    MonthEndService months;

    @Inject
    AuditService audit;

    @Inject
    ApiCaller caller;

    /** Answers when the month is closed, or after some time with how far it is; the work goes on by itself. */
    @POST
    @PlatformOnly
    @Path("{month}")
    public Response run(@PathParam("month") String text) {
        YearMonth month = read(text);
        if (!months.isOver(month)) {
            throw Problem.inField(ProblemCode.MONTH_NOT_OVER, "month").asException();
        }
        note(month);
        MonthRun run = months.run(month);
        return Response.status(run.left() > 0 ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(json(run))
                .build();
    }

    /** To ask again for a month that is done does nothing, and is not told of. */
    private void note(YearMonth month) {
        boolean done = months.find(month).map(MonthRun::finishedAt).isPresent();
        if (!done) {
            audit.note(ActionKind.MONTH_END, null, caller.get().actor(), "", month.toString());
        }
    }

    private static YearMonth read(String text) {
        return TypedMonth.read(text)
                .orElseThrow(() -> Problem.invalid(List.of(new FieldError("month", SharedTexts.monthForm())))
                        .asException());
    }

    @GET
    @PlatformOnly
    public JsonObject newest() {
        return JsonList.ofAll(months.newest(MOST), MonthEndResource::json);
    }

    private static JsonObject json(MonthRun run) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("month", run.month().toString())
                .add("startedAt", run.startedAt().toString())
                .add("finishedAt", JsonList.orNull(run.finishedAt()))
                .add("accounts", run.accounts())
                .add("done", run.accounts() - run.left())
                .add("left", run.left());
        run.rate().ifPresent(rate -> json.add("accountsPerSecond", rate));
        run.timeLeft().ifPresent(left -> json.add("secondsLeft", left.toSeconds()));
        return json.build();
    }
}
