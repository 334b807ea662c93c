package billing.web.invoice;

import billing.domain.account.Caller;
import billing.domain.id.Ids;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.Invoice;
import billing.domain.money.Money;
import billing.ejb.invoice.CreditNoteRefusal;
import billing.ejb.invoice.CreditNoteResult;
import billing.ejb.invoice.CreditNoteService;
import billing.ejb.invoice.IssueCreditNote;
import billing.ejb.invoice.PaperService;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.IdempotencyKey;
import billing.web.api.Json;
import billing.web.api.JsonBody;
import billing.web.api.JsonList;
import billing.web.api.Pdf;
import billing.web.api.PlatformOnly;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Credit notes of an invoice: the platform issues them, the account sees them. */
@Path("/invoices/{number}/credit-notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditNoteResource {
    private static final int MAX_REASON = 500;

    @Inject
    CreditNoteService notes;

    @Inject
    InvoiceSheets sheets;

    @Inject
    PaperService papers;

    @Inject
    ApiCaller caller;

    @POST
    @PlatformOnly
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(@PathParam("number") String number, @Context HttpHeaders headers, @Nullable JsonBody body) {
        IdempotencyKey key = IdempotencyKey.of(headers);
        CreditNoteResult result = notes.issue(command(visible(number), key, Fields.of(body)));
        if (result instanceof CreditNoteResult.Issued issued) {
            return Response.status(Response.Status.CREATED)
                    .entity(CreditNoteJson.of(issued.note()))
                    .build();
        }
        throw problem((CreditNoteResult.Refused) result).asException();
    }

    private IssueCreditNote command(Invoice invoice, IdempotencyKey key, Fields fields) {
        Caller by = caller.get();
        Money amount = fields.amount("amount");
        String reason = fields.text("reason", MAX_REASON);
        fields.check();
        String id = key.id(Ids.CREDIT_NOTE, by, "/invoices/" + invoice.number() + "/credit-notes");
        return new IssueCreditNote(id, String.valueOf(invoice.number()), amount, reason, by.actor());
    }

    @GET
    public JsonObject list(@PathParam("number") String number) {
        return JsonList.ofAll(notes.of(visible(number)), CreditNoteJson::of);
    }

    /** As PDF. */
    @GET
    @Path("{note}/pdf")
    @Produces(Pdf.TYPE)
    public Response pdf(@PathParam("number") String number, @PathParam("note") String noteNumber) {
        Invoice invoice = visible(number);
        CreditNote note = sheets.note(noteNumber, invoice.account()::equals)
                .filter(found -> found.invoice().equals(invoice.number()))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        return Response.ok(papers.of(note), Pdf.TYPE)
                .header("Content-Disposition", Pdf.disposition(note.number() + ".pdf"))
                .build();
    }

    private Invoice visible(String number) {
        return sheets.find(number, caller::mayActOn)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    }

    /** Each says how much there is left to take back, in a member of its own too. */
    private static Problem problem(CreditNoteResult.Refused refused) {
        Problem problem = Problem.of(code(refused.reason()));
        if (refused.reason() == CreditNoteRefusal.NO_SUCH_INVOICE) {
            return problem;
        }
        String left = refused.left().toString();
        String most = refused.most().toString();
        return problem.detailed(left.equals(most) ? "creditNote.left" : "creditNote.part", problem.detail(), left, most)
                .withMore(Json.createObjectBuilder().add("creditable", left).build());
    }

    private static ProblemCode code(CreditNoteRefusal reason) {
        return switch (reason) {
            case NO_SUCH_INVOICE -> ProblemCode.NOT_FOUND;
            case KEY_REUSED -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
            case AMOUNT_NOT_WHOLE_CENTS -> ProblemCode.AMOUNT_NOT_WHOLE_CENTS;
            case LEAVES_TOO_LITTLE -> ProblemCode.LEAVES_TOO_LITTLE;
            case MORE_THAN_INVOICED -> ProblemCode.MORE_THAN_INVOICED;
            case INVOICE_PAYMENT_OPEN -> ProblemCode.INVOICE_PAYMENT_OPEN;
            case INVOICE_DISPUTED -> ProblemCode.INVOICE_DISPUTED;
            case ACCOUNT_CLOSED -> ProblemCode.ACCOUNT_CLOSED;
        };
    }
}
