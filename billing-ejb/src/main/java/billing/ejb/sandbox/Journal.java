package billing.ejb.sandbox;

import com.stripe.Stripe;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of one transaction: written with it, and put into the outbox as the scripted faults allow. */
final class Journal {
    private final Tx tx;
    private final boolean notifying;
    private final List<Happened> happened = new ArrayList<>();

    Journal(Tx tx, boolean notifying) {
        this.tx = tx;
        this.notifying = notifying;
    }

    void add(String type, JsonObject object, @Nullable String customer) {
        happened.add(new Happened(type, object, customer));
    }

    List<Long> write() throws SQLException {
        List<Doc> events = new ArrayList<>();
        for (Happened each : happened) {
            events.add(tx.documents().save(Doc.of(Kind.EVENT, event(each))));
        }
        return notifying ? announce(events) : List.of();
    }

    private List<Long> announce(List<Doc> events) throws SQLException {
        Optional<FaultKind> fault = takeFault();
        if (fault.filter(kind -> kind == FaultKind.WEBHOOK_LOST).isPresent()) {
            return List.of();
        }
        if (fault.filter(kind -> kind == FaultKind.WEBHOOK_OUT_OF_ORDER).isPresent()) {
            return announceBackwards(events);
        }
        enqueue(events, wallTime());
        if (fault.isPresent()) {
            enqueue(events, wallTime());
        }
        return List.of();
    }

    /** Whoever sends the request also delivers these, before it is answered; the courier only if that does not happen. */
    private List<Long> announceBackwards(List<Doc> events) throws SQLException {
        Collections.reverse(events);
        boolean answered = tx.origin().requestId() != null;
        List<Long> notices = enqueue(events, answered ? wallTime().plus(Courier.CLAIM) : wallTime());
        return answered ? notices : List.of();
    }

    /** Only what is about a payment can meet a fault, so that a script waits for the charge that it is meant for. */
    private Optional<FaultKind> takeFault() throws SQLException {
        for (Happened each : happened) {
            if (each.type.startsWith("payment_intent.") || each.type.startsWith("charge.")) {
                return tx.faults().takeForNotices(each.customer);
            }
        }
        return Optional.empty();
    }

    private List<Long> enqueue(List<Doc> events, Instant at) throws SQLException {
        List<Long> ids = new ArrayList<>();
        for (Doc event : events) {
            ids.add(tx.outbox().add(event.id(), event.body().toString(), at));
        }
        return ids;
    }

    /** The patience of the network is wall time: a moved clock neither hurries nor delays a delivery. */
    private static Instant wallTime() {
        return Instant.now();
    }

    private JsonObject event(Happened each) {
        JsonObject request = Jsons.object(
                "id", tx.origin().requestId(), "idempotency_key", tx.origin().idempotencyKey());
        return Jsons.build()
                .add("id", Kind.EVENT.newId())
                .add("object", "event")
                .add("api_version", Stripe.API_VERSION)
                .add("created", tx.now())
                .add("data", Jsons.object("object", each.object))
                .add("livemode", false)
                .add("pending_webhooks", notifying ? 1 : 0)
                .add("request", request)
                .add("type", each.type)
                .done();
    }

    private record Happened(
            String type, JsonObject object, @Nullable String customer) {}
}
