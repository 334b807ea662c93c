package billing.ejb.sandbox;

import java.sql.SQLException;

/** {@code /v1/events}: also those whose notice was lost (docs.stripe.com/api/events). */
final class EventsApi {
    private EventsApi() {}

    static void addTo(Router router) {
        router.get("/v1/events", (call, tx) -> ListParams.answer(call, tx, listing(call)))
                .get("/v1/events/{id}", EventsApi::retrieve);
    }

    private static Listing listing(Call call) {
        return Listing.of(Kind.EVENT).searchKey(call.params().text("type"));
    }

    private static Answer retrieve(Call call, Tx tx) throws SQLException {
        Doc event = tx.documents().need(Kind.EVENT, call.id());
        return Answer.ok(event.with("pending_webhooks", tx.outbox().pending(event.id())));
    }
}
