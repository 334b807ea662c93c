package billing.ejb.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /authorize/{intent}}: the page of the customer's bank, where a payment or a setup is approved or declined. */
final class AuthorizePage {
    private AuthorizePage() {}

    static HostedPage show(Call call, Tx tx) throws SQLException {
        Optional<Doc> intent = find(call.id(), tx);
        if (intent.isEmpty()) {
            return HostedPage.missing();
        }
        return intent.get().is("requires_action") ? question(intent.get(), tx) : ended(intent.get(), tx);
    }

    /** Approving twice is approving once; what has ended otherwise stays as it is and says so. */
    static HostedPage submit(Call call, Tx tx) throws SQLException {
        Optional<Doc> intent = find(call.id(), tx);
        if (intent.isEmpty()) {
            return HostedPage.missing();
        }
        boolean approved = "approve".equals(call.params().text("decision"));
        if (intent.get().is("requires_action")) {
            return decide(intent.get(), approved, tx);
        }
        boolean repeated = approved && intent.get().is("succeeded");
        String back = back(intent.get(), tx);
        return repeated && back != null ? HostedPage.redirect(back) : ended(intent.get(), tx);
    }

    private static Optional<Doc> find(String id, Tx tx) throws SQLException {
        Optional<Doc> payment = tx.documents().lock(Kind.PAYMENT_INTENT, id);
        return payment.isPresent() ? payment : tx.documents().lock(Kind.SETUP_INTENT, id);
    }

    private static HostedPage question(Doc intent, Tx tx) throws SQLException {
        Doc method = tx.documents().need(Kind.PAYMENT_METHOD, intent.need("payment_method"));
        String last4 = method.object("card").getString("last4", "");
        boolean payment = intent.kind() == Kind.PAYMENT_INTENT;
        String key = payment ? "authorize.payment" : "authorize.setup";
        String title = payment
                ? Texts.text(key + ".title", Amounts.text(intent.number("amount"), intent.need("currency")))
                : Texts.text(key + ".title");
        Template content = Template.of("authorize.html")
                .with("text", Texts.text(key + ".text", last4))
                .with("intent", intent.id());
        return HostedPage.of(200, title, content).submittingTo(intent.returnUrl());
    }

    private static HostedPage decide(Doc intent, boolean approved, Tx tx) throws SQLException {
        Doc method = tx.documents().needLocked(Kind.PAYMENT_METHOD, intent.need("payment_method"));
        Doc decided = intent.kind() == Kind.PAYMENT_INTENT
                ? decidePayment(intent, method, approved, tx)
                : decideSetup(intent, method, approved, tx);
        String back = back(decided, tx);
        return back == null ? ended(decided, tx) : HostedPage.redirect(back);
    }

    private static Doc decidePayment(Doc intent, Doc method, boolean approved, Tx tx) throws SQLException {
        PaymentOutcome outcome = new PaymentOutcome(tx);
        String charge = tx.attempts().waiting(intent.id()).orElseThrow().id();
        if (!approved) {
            return outcome.notApproved(intent, method, charge);
        }
        Optional<Decline> decline = TestMethod.behaviourOf(method).atCharge();
        if (decline.isEmpty()) {
            return outcome.succeeded(intent, method, charge);
        }
        Doc failing = ChargeShape.charge(intent, method, charge, tx.now());
        return outcome.failed(intent, method, ChargeShape.failed(failing, decline.get()), decline.get());
    }

    private static Doc decideSetup(Doc intent, Doc method, boolean approved, Tx tx) throws SQLException {
        SetupConfirmation confirmation = new SetupConfirmation(tx);
        if (!approved) {
            return confirmation.notApproved(intent, method);
        }
        Doc done = confirmation.approved(intent, method);
        Optional<Doc> session = new CheckoutCompletion(tx).sessionOf(done);
        if (session.filter(found -> found.is("open")).isPresent()) {
            new CheckoutCompletion(tx).complete(session.get());
        }
        return done;
    }

    private static HostedPage ended(Doc intent, Tx tx) throws SQLException {
        String status = intent.need("status");
        String key = status.equals("canceled") || status.equals("requires_payment_method") ? status : "succeeded";
        return HostedPage.message(200, "authorize." + key, back(intent, tx));
    }

    /** To the hosted page that it was a part of, else to the return URL with the result, as Stripe appends it. */
    private static @Nullable String back(Doc intent, Tx tx) throws SQLException {
        Optional<Doc> session =
                intent.kind() == Kind.SETUP_INTENT ? new CheckoutCompletion(tx).sessionOf(intent) : Optional.empty();
        if (session.isPresent()) {
            return intent.is("succeeded")
                    ? CheckoutPage.successUrl(session.get())
                    : "/checkout/" + session.get().id() + "?declined=1";
        }
        String url = intent.returnUrl();
        return url == null ? null : withResult(url, intent);
    }

    private static String withResult(String url, Doc intent) {
        String name = intent.kind() == Kind.PAYMENT_INTENT ? "payment_intent" : "setup_intent";
        String result = intent.is("succeeded") ? "succeeded" : "failed";
        String query = name + "=" + intent.id() + "&" + name + "_client_secret="
                + URLEncoder.encode(intent.need("client_secret"), StandardCharsets.UTF_8) + "&redirect_status="
                + result;
        int fragment = url.indexOf('#');
        String base = fragment < 0 ? url : url.substring(0, fragment);
        String rest = fragment < 0 ? "" : url.substring(fragment);
        return base + (base.contains("?") ? "&" : "?") + query + rest;
    }
}
