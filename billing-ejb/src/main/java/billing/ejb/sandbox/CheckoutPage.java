package billing.ejb.sandbox;

import jakarta.json.JsonString;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code /checkout/{session}}: the page on which a customer types a card or a bank account. */
final class CheckoutPage {
    private static final String CARD = "card";
    private static final String BANK = "us_bank_account";

    private CheckoutPage() {}

    static HostedPage show(Call call, Tx tx) throws SQLException {
        Optional<Doc> session = tx.documents().find(Kind.CHECKOUT_SESSION, call.id());
        if (session.isEmpty()) {
            return HostedPage.missing();
        }
        if (!isOpen(session.get(), tx)) {
            return ended(session.get());
        }
        Map<String, String> errors =
                call.params().has("declined") ? Map.of("number", Texts.text("checkout.notApproved")) : Map.of();
        return form(200, session.get(), type(session.get(), call.params()), Params.none(), errors);
    }

    static HostedPage submit(Call call, Tx tx) throws SQLException {
        Optional<Doc> found = tx.documents().lock(Kind.CHECKOUT_SESSION, call.id());
        if (found.isEmpty()) {
            return HostedPage.missing();
        }
        Doc session = found.get();
        if (session.is("complete")) {
            return HostedPage.redirect(successUrl(session));
        }
        if (!isOpen(session, tx)) {
            return ended(session);
        }
        String type = type(session, call.params());
        MethodForm typed = MethodForm.read(type, call.params(), tx.now());
        if (typed.method() == null) {
            return form(422, session, type, call.params(), typed.errors());
        }
        return setUp(session, type, typed.method(), call.params(), tx);
    }

    private static HostedPage setUp(Doc session, String type, Doc method, Params typed, Tx tx) throws SQLException {
        Doc intent = tx.documents().needLocked(Kind.SETUP_INTENT, session.need("setup_intent"));
        SetupConfirmation.Verified verified = new SetupConfirmation(tx).verify(intent, method, successUrl(session));
        Decline refusal = verified.refusal();
        if (refusal != null) {
            String field = MethodForm.fieldOf(refusal, type);
            return form(422, session, type, typed, Map.of(field, refusal.message()));
        }
        if (verified.intent().is("requires_action")) {
            return HostedPage.redirect("/authorize/" + intent.id());
        }
        new CheckoutCompletion(tx).complete(session);
        return HostedPage.redirect(successUrl(session));
    }

    static String successUrl(Doc session) {
        return session.need("success_url").replace("{CHECKOUT_SESSION_ID}", session.id());
    }

    private static boolean isOpen(Doc session, Tx tx) {
        return session.is("open") && session.number("expires_at") > tx.now().getEpochSecond();
    }

    private static HostedPage ended(Doc session) {
        return session.is("complete")
                ? HostedPage.message(200, "checkout.complete", successUrl(session))
                : HostedPage.message(410, "checkout.expired", session.text("cancel_url"));
    }

    private static String type(Doc session, Params params) {
        List<String> types = types(session);
        String asked = params.optional("type").orElse(types.get(0));
        return types.contains(asked) ? asked : types.get(0);
    }

    private static List<String> types(Doc session) {
        return session.body().getJsonArray("payment_method_types").getValuesAs(JsonString::getString);
    }

    private static HostedPage form(int status, Doc session, String type, Params typed, Map<String, String> errors) {
        Template content = Template.of("checkout.html")
                .with("session", session.id())
                .with("type", type)
                .with("types", typeLinks(session, type))
                .with("fields", fields(type, typed, errors))
                .with("submit", Texts.text("checkout.submit." + type))
                .with("summary", Texts.text(type.equals(BANK) ? "tests.summary.bank" : "tests.summary"))
                .with("tests", TestMethodList.of(type));
        if (!errors.isEmpty()) {
            content.with("alert", Template.inline("<p class=\"alert\" role=\"alert\">${text:checkout.errors}</p>"));
        }
        if (type.equals(BANK)) {
            content.with("mandate", Template.inline("<p class=\"hint\">${text:checkout.mandate}</p>"));
        }
        String cancel = session.text("cancel_url");
        if (cancel != null) {
            content.with(
                    "cancel",
                    Template.inline("<a class=\"button\" href=\"${url}\">${text:checkout.cancel}</a>")
                            .with("url", cancel));
        }
        return HostedPage.of(status, Texts.text("checkout.title"), content).submittingTo(session.text("success_url"));
    }

    private static Template fields(String type, Params typed, Map<String, String> errors) {
        List<Template> fields = new ArrayList<>();
        for (FormField field : type.equals(CARD) ? FormField.CARD : FormField.BANK) {
            fields.add(field.html(typed, errors));
        }
        if (type.equals(BANK)) {
            fields.add(accountType(typed, errors));
        }
        return Template.all(fields);
    }

    private static Template accountType(Params typed, Map<String, String> errors) {
        List<Template> options = new ArrayList<>();
        for (String each : List.of("checking", "savings")) {
            boolean chosen = each.equals(typed.optional("accountType").orElse("checking"));
            options.add(Template.inline("<label><input type=\"radio\" name=\"accountType\" value=\"${value}\""
                            + (chosen ? " checked" : "") + "> ${label}</label>")
                    .with("value", each)
                    .with("label", Texts.text("field.accountType." + each)));
        }
        Template choice = Template.of("choice.html")
                .with("label", Texts.text("field.accountType"))
                .with("options", Template.all(options));
        if (!errors.containsKey("accountType")) {
            return choice;
        }
        String message = Objects.requireNonNull(errors.get("accountType"));
        return choice.with("error", FormField.error("accountType", message))
                .with("aria", FormField.aria(List.of("accountType-error"), false));
    }

    /** Links, because choosing a kind of method must work without a script. */
    private static Template typeLinks(Doc session, String current) {
        List<Template> links = new ArrayList<>();
        for (String type : types(session)) {
            links.add(Template.inline("<li><a href=\"/checkout/${session}?type=${type}\""
                            + (type.equals(current) ? " aria-current=\"true\"" : "") + ">${label}</a></li>")
                    .with("session", session.id())
                    .with("type", type)
                    .with("label", Texts.text("checkout.type." + type)));
        }
        if (links.size() < 2) {
            return Template.inline("");
        }
        return Template.inline(
                        "<nav aria-label=\"${text:checkout.types}\"><ul class=\"types\">${html:links}</ul></nav>")
                .with("links", Template.all(links));
    }
}
