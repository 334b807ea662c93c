package billing.web.invoice;

import billing.domain.account.Caller;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.payment.DeclineCode;
import billing.ejb.invoice.InvoicePaymentService;
import billing.ejb.invoice.PayInvoice;
import billing.ejb.invoice.PayRefusal;
import billing.ejb.invoice.PayResult;
import billing.web.api.ApiCaller;
import billing.web.api.Declines;
import billing.web.api.Fields;
import billing.web.api.IdempotencyKey;
import billing.web.api.JsonBody;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pays an invoice now. A declined payment is answered with its status, not as a problem. */
@Path("/invoices/{number}/pay")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicePayResource {
    private static final String METHOD = "paymentMethod";
    private static final int LONGEST = 100;

    @Inject
    InvoiceSheets sheets;

    @Inject
    InvoicePaymentService payments;

    @Inject
    ApiCaller caller;

    /** Without a body, or without a payment method in it, the default one pays. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject pay(@PathParam("number") String number, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        IdempotencyKey key = IdempotencyKey.of(headers);
        Invoice invoice = visible(number);
        PayResult result = payments.pay(command(invoice, key, method(body)));
        if (result instanceof PayResult.Refused refused) {
            throw problem(refused.reason()).asException();
        }
        return InvoiceJson.of(sheets.sheet(visible(number)));
    }

    private static @Nullable String method(InputStream body) throws IOException {
        Optional<JsonBody> json = JsonBody.optional(body);
        if (json.isEmpty()) {
            return null;
        }
        Fields fields = Fields.of(json.get());
        String method = fields.optionalText(METHOD, LONGEST).orElse(null);
        fields.check();
        return method;
    }

    private PayInvoice command(Invoice invoice, IdempotencyKey key, @Nullable String method) {
        Caller by = caller.get();
        String number = String.valueOf(invoice.number());
        return new PayInvoice(number, key.id(Ids.PURCHASE, by, "/invoices/" + number + "/pay"), method, by.actor());
    }

    private Invoice visible(String number) {
        return sheets.find(number, caller::mayActOn)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    }

    private static Problem problem(PayRefusal refusal) {
        return switch (refusal) {
            case NO_SUCH_INVOICE -> Problem.of(ProblemCode.NOT_FOUND);
            case ALREADY_PAID -> Problem.of(ProblemCode.ALREADY_PAID);
            case NOTHING_DUE -> Problem.of(ProblemCode.NOTHING_DUE);
            case NO_PAYMENT_METHOD -> Problem.of(ProblemCode.PAYMENT_METHOD_REQUIRED);
            case NO_SUCH_METHOD -> Problem.inField(ProblemCode.NO_SUCH_PAYMENT_METHOD, METHOD);
            case CARD_NOT_SUPPORTED -> Declines.problem(DeclineCode.CARD_NOT_SUPPORTED);
            case KEY_REUSED -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }
}
