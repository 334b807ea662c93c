package billing.web.invoice;

import billing.domain.invoice.CreditNote;
import billing.web.api.Json;
import jakarta.json.JsonObject;

/** How the API writes credit notes. */
final class CreditNoteJson {
    private CreditNoteJson() {}

    static JsonObject of(CreditNote note) {
        return Json.createObjectBuilder()
                .add("number", note.number())
                .add("invoice", note.invoice())
                .add("amount", note.amount().toString())
                .add("reason", note.reason())
                .add("issuedAt", note.issuedAt().toString())
                .build();
    }
}
