package billing.ejb.payment;

import billing.ejb.runtime.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Remembers which notices were acted on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class GatewayNoticeSteps {
    @Inject
    Database database;

    @Inject
    InstantSource clock;

    public boolean isKnown(String id) {
        return database.one("SELECT id FROM gateway_notice WHERE id = ?", row -> row.getString("id"), id)
                .isPresent();
    }

    public void remember(String id, String kind) {
        database.update(
                "INSERT INTO gateway_notice (id, kind, received_at) VALUES (?, ?, ?)", id, kind, clock.instant());
    }
}
