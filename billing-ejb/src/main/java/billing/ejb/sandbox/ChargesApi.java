package billing.ejb.sandbox;

/** {@code /v1/charges}: charges are made by payment intents, here they are only looked at (docs.stripe.com/api/charges). */
final class ChargesApi {
    private ChargesApi() {}

    static void addTo(Router router) {
        router.get("/v1/charges", (call, tx) -> ListParams.answer(call, tx, listing(call)))
                .get("/v1/charges/{id}", (call, tx) -> Answer.ok(tx.documents().need(Kind.CHARGE, call.id())))
                .get(
                        "/v1/charges/{id}/refunds",
                        (call, tx) -> ListParams.answer(
                                call, tx, Listing.of(Kind.REFUND).parent(call.id())));
    }

    private static Listing listing(Call call) {
        return Listing.of(Kind.CHARGE)
                .customer(call.params().text("customer"))
                .parent(call.params().text("payment_intent"));
    }
}
