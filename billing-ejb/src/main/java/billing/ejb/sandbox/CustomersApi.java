package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/customers} (docs.stripe.com/api/customers). */
final class CustomersApi {
    private static final List<String> TEXTS = List.of("description", "email", "name", "phone");
    private static final List<String> LINES = List.of("city", "country", "line1", "line2", "postal_code", "state");

    private CustomersApi() {}

    static void addTo(Router router) {
        router.post("/v1/customers", CustomersApi::create)
                .get("/v1/customers", (call, tx) -> ListParams.answer(call, tx, listing(call)))
                .get("/v1/customers/{id}", CustomersApi::retrieve)
                .post("/v1/customers/{id}", CustomersApi::update)
                .delete("/v1/customers/{id}", CustomersApi::delete);
    }

    private static Listing listing(Call call) {
        return Listing.of(Kind.CUSTOMER).searchKey(call.params().text("email"));
    }

    /** The customer that a parameter names. */
    static Doc existing(Tx tx, String id, String param) throws SQLException {
        return tx.documents().find(Kind.CUSTOMER, id).orElseThrow(() -> ApiError.missing(Kind.CUSTOMER, id, param));
    }

    /** One that was deleted is still answered, as just that. */
    private static Answer retrieve(Call call, Tx tx) throws SQLException {
        Optional<Doc> deleted = tx.documents().find(Kind.DELETED_CUSTOMER, call.id());
        return Answer.ok(deleted.isPresent() ? deleted.get() : existing(tx, call.id(), "id"));
    }

    private static Answer create(Call call, Tx tx) throws SQLException {
        Params params = call.params();
        JsonObject body = Jsons.build()
                .add("id", Kind.CUSTOMER.newId())
                .add("object", "customer")
                .add("address", null)
                .add("balance", 0)
                .add("created", tx.now())
                .add("currency", null)
                .add("customer_account", null)
                .add("default_source", null)
                .add("delinquent", false)
                .add("description", null)
                .add("discount", null)
                .add("email", null)
                .add("invoice_prefix", Ids.random("", 8).toUpperCase(Locale.ROOT))
                .add("invoice_settings", invoiceSettings(null))
                .add("livemode", false)
                .add("metadata", Metadata.of(params))
                .add("name", null)
                .add("next_invoice_sequence", 1)
                .add("phone", null)
                .add("preferred_locales", List.of())
                .add("shipping", null)
                .add("tax_exempt", "none")
                .add("test_clock", null)
                .done();
        Doc customer = tx.documents().save(changed(Doc.of(Kind.CUSTOMER, body), params));
        tx.publish("customer.created", customer);
        return Answer.ok(customer);
    }

    private static Answer update(Call call, Tx tx) throws SQLException {
        Doc customer = changed(tx.documents().needLocked(Kind.CUSTOMER, call.id()), call.params());
        String method = call.params().text("invoice_settings.default_payment_method");
        if (method != null) {
            PaymentMethods.attachedTo(tx, method, customer.id());
            customer = customer.with("invoice_settings", invoiceSettings(method));
        }
        customer = tx.documents().save(Metadata.update(customer, call.params()));
        tx.publish("customer.updated", customer);
        return Answer.ok(customer);
    }

    private static Doc changed(Doc customer, Params params) {
        Doc changed = customer;
        for (String text : TEXTS) {
            changed = params.has(text) ? changed.with(text, params.text(text)) : changed;
        }
        if (params.hasAny("address")) {
            JsonObject address = Jsons.object();
            for (String line : LINES) {
                address = Jsons.with(address, line, params.text("address." + line));
            }
            changed = changed.with("address", address);
        }
        return changed;
    }

    private static Answer delete(Call call, Tx tx) throws SQLException {
        Doc customer = tx.documents().needLocked(Kind.CUSTOMER, call.id());
        Listing methods = Listing.of(Kind.PAYMENT_METHOD).customer(customer.id());
        for (Doc method : tx.documents().list(methods)) {
            PaymentMethods.detach(tx, method);
        }
        tx.documents().remove(customer);
        tx.publish("customer.deleted", customer);
        JsonObject gone = Jsons.object("id", customer.id(), "object", "customer", "deleted", true);
        return Answer.ok(tx.documents().save(Doc.of(Kind.DELETED_CUSTOMER, gone)));
    }

    private static JsonObject invoiceSettings(@Nullable String defaultMethod) {
        return Jsons.build()
                .add("custom_fields", null)
                .add("default_payment_method", defaultMethod)
                .add("footer", null)
                .add("rendering_options", null)
                .done();
    }
}
