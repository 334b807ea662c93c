package billing.web.invoice;

import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.DetailsField;
import billing.domain.invoice.Invoice;
import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.web.api.Json;
import billing.web.api.JsonList;
import billing.web.api.SharedTexts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the API writes invoices and statements: the sums exactly, of the lines also what stands on the document. */
final class InvoiceJson {
    private InvoiceJson() {}

    static JsonObject of(InvoiceSheet sheet) {
        Invoice invoice = sheet.invoice();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", String.valueOf(invoice.number()))
                .add("account", invoice.account().toString())
                .add("kind", invoice.kind().name())
                .add("month", invoice.month().toString())
                .add("status", invoice.status().name());
        sums(json, invoice);
        time(json, "issuedAt", invoice.issuedAt());
        time(json, "dueAt", invoice.dueAt());
        time(json, "paidAt", invoice.paidAt());
        payment(json, sheet);
        return json.add("buyer", details(sheet.buyer()))
                .add("lines", lines(sheet))
                .build();
    }

    private static void sums(JsonObjectBuilder json, Invoice invoice) {
        json.add("opening", invoice.opening().toString())
                .add("credits", invoice.bought().plus(invoice.granted()).toString())
                .add("bought", invoice.bought().toString())
                .add("free", invoice.granted().toString())
                .add("other", invoice.other().toString())
                .add("usage", invoice.usage().toString())
                .add("closing", invoice.closing().toString())
                .add("amountDue", invoice.amountDue().toString())
                .add("rounding", invoice.rounding().toString())
                .add("credited", invoice.credited().toString())
                .add("open", invoice.open().toString());
    }

    /** The newest payment; where it leads its owner stands on the invoice, too. */
    private static void payment(JsonObjectBuilder json, InvoiceSheet sheet) {
        CreditPurchase payment = sheet.payment();
        if (payment == null) {
            return;
        }
        JsonObjectBuilder it = Json.createObjectBuilder()
                .add("id", payment.id())
                .add("amount", payment.amount().toString())
                .add("status", payment.status().name())
                .add("createdAt", payment.createdAt().toString());
        payment.completedAt().ifPresent(at -> it.add("completedAt", at.toString()));
        payment.failure().ifPresent(code -> it.add("failure", failure(code)));
        String action = sheet.actionUrl();
        if (action != null) {
            it.add("actionUrl", action);
            json.add("actionUrl", action);
        }
        json.add("payment", it);
    }

    private static JsonObject failure(DeclineCode code) {
        return Json.createObjectBuilder()
                .add("code", code.name())
                .add("message", SharedTexts.of(code))
                .build();
    }

    private static void time(JsonObjectBuilder json, String name, @Nullable Instant time) {
        if (time != null) {
            json.add(name, time.toString());
        }
    }

    private static JsonArrayBuilder lines(InvoiceSheet sheet) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        sheet.lines().forEach(line -> lines.add(line(line)));
        return lines;
    }

    private static JsonObject line(InvoiceSheet.Line line) {
        return Json.createObjectBuilder()
                .add("product", line.exact().sku().product().name())
                .add("sku", line.exact().sku().code())
                .add("quantity", line.quantity())
                .add("unit", line.exact().sku().unit())
                .add("amount", line.exact().amount().toString())
                .add("rounded", line.rounded().toString())
                .add("late", line.exact().late())
                .build();
    }

    /** What nobody said is null. */
    static JsonObject details(BillingDetails details) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (DetailsField field : DetailsField.values()) {
            json.add(field.label(), JsonList.orNull(details.value(field)));
        }
        return json.build();
    }
}
