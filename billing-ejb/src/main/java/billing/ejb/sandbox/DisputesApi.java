package billing.ejb.sandbox;

import java.sql.SQLException;

/** {@code /v1/disputes}; closing one oneself is losing it (docs.stripe.com/api/disputes). */
final class DisputesApi {
    private DisputesApi() {}

    static void addTo(Router router) {
        router.get("/v1/disputes", (call, tx) -> ListParams.answer(call, tx, listing(call)))
                .get("/v1/disputes/{id}", (call, tx) -> Answer.ok(tx.documents().need(Kind.DISPUTE, call.id())))
                .post("/v1/disputes/{id}", DisputesApi::update)
                .post("/v1/disputes/{id}/close", DisputesApi::close);
    }

    private static Listing listing(Call call) {
        return Listing.of(Kind.DISPUTE)
                .parent(call.params().text("charge"))
                .searchKey(call.params().text("payment_intent"));
    }

    private static Answer update(Call call, Tx tx) throws SQLException {
        Doc dispute = tx.documents().needLocked(Kind.DISPUTE, call.id());
        Doc changed = tx.documents().save(Metadata.update(dispute, call.params()));
        tx.publish("charge.dispute.updated", changed);
        String evidence = call.params().text("evidence.uncategorized_text");
        return Answer.ok(evidence == null ? changed : new Disputing(tx).submit(changed, evidence));
    }

    private static Answer close(Call call, Tx tx) throws SQLException {
        Doc dispute = tx.documents().needLocked(Kind.DISPUTE, call.id());
        if (Disputing.hasEnded(dispute)) {
            throw ApiError.impossible(null, null, "This dispute is already closed.");
        }
        return Answer.ok(new Disputing(tx).close(dispute, false));
    }
}
