package billing.web.invoice;

import billing.domain.invoice.Invoice;
import billing.ejb.invoice.PaperService;
import billing.web.api.ApiCaller;
import billing.web.api.Csv;
import billing.web.api.Pdf;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
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

/** A single invoice or statement. */
@Path("/invoices/{number}")
@RequestScoped
public class InvoiceResource {
    @Inject
    InvoiceSheets sheets;

    @Inject
    PaperService papers;

    @Inject
    ApiCaller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    public Response get(@PathParam("number") String number, @Context HttpHeaders headers) {
        InvoiceSheet sheet = sheets.sheet(visible(number));
        return Csv.isWanted(headers)
                ? Response.ok(InvoiceCsv.of(sheet), Csv.type()).build()
                : Response.ok(InvoiceJson.of(sheet), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    /** As PDF; an invoice carries its data for machines. */
    @GET
    @Path("pdf")
    @Produces(Pdf.TYPE)
    public Response pdf(@PathParam("number") String number) {
        Invoice invoice = visible(number);
        return Response.ok(papers.of(invoice), Pdf.TYPE)
                .header("Content-Disposition", Pdf.disposition(invoice.number() + ".pdf"))
                .build();
    }

    private Invoice visible(String number) {
        return sheets.find(number, caller::mayActOn)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    }
}
