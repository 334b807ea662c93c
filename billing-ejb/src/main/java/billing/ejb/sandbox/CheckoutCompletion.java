package billing.ejb.sandbox;

import java.sql.SQLException;
import java.util.Optional;

/** How a checkout session ends. */
final class CheckoutCompletion {
    private final Tx tx;

    CheckoutCompletion(Tx tx) {
        this.tx = tx;
    }

    /** The session whose page has set up this intent, if it was not set up in another way. */
    Optional<Doc> sessionOf(Doc setupIntent) throws SQLException {
        Listing listing =
                Listing.of(Kind.CHECKOUT_SESSION).parent(setupIntent.id()).limit(1);
        return tx.documents().list(listing).stream().findFirst();
    }

    Doc complete(Doc session) throws SQLException {
        Doc complete = tx.documents()
                .save(session.with("status", "complete", "url", null).due(null));
        tx.publish("checkout.session.completed", complete);
        return complete;
    }

    Doc expire(Doc session) throws SQLException {
        Doc expired = tx.documents()
                .save(session.with("status", "expired", "url", null).due(null));
        tx.publish("checkout.session.expired", expired);
        return expired;
    }
}
