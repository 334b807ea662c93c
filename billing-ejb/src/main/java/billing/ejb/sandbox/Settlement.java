package billing.ejb.sandbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens by itself when its time has come: debits settle or fail, refunds end, sessions expire. */
final class Settlement {
    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());
    private static final int BATCH = 100;
    private static final Duration PUT_OFF = Duration.ofHours(1);

    private final SandboxDatabase database;

    Settlement(SandboxDatabase database) {
        this.database = database;
    }

    Optional<Instant> nextDue(Tx.Origin origin) {
        return database.in(origin, tx -> tx.documents().nextDue());
    }

    /** Each in a transaction of its own, in the order in which they fall due. */
    void runDue(Instant now, Tx.Origin origin) {
        List<Doc> due;
        do {
            due = database.in(now, origin, tx -> tx.documents().due(now, BATCH));
            due.forEach(doc -> settleOrPutOff(doc, now, origin));
        } while (due.size() == BATCH);
        database.in(now, origin, tx -> {
            tx.idempotencyKeys().forgetBefore(now.minus(IdempotencyKeys.REMEMBERED));
            return now;
        });
    }

    /** One that cannot be settled must not keep the others waiting, so it is due again later. */
    private void settleOrPutOff(Doc doc, Instant now, Tx.Origin origin) {
        try {
            database.in(now, origin, tx -> settle(doc, tx));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "BILL-0406 the sandbox could not settle " + doc.id(), e);
            database.in(now, origin, tx -> tx.documents().save(doc.due(now.plus(PUT_OFF))));
        }
    }

    /** Read again under its lock: another node may have been faster. */
    private static Doc settle(Doc seen, Tx tx) throws SQLException {
        Optional<Doc> locked = tx.documents().lock(seen.kind(), seen.id());
        if (locked.isEmpty() || !isDue(locked.get(), tx.now())) {
            return seen;
        }
        Doc doc = locked.get();
        switch (doc.kind()) {
            case PAYMENT_INTENT -> settleDebit(doc, tx);
            case CHARGE -> returnDebit(doc, tx);
            case REFUND -> new Refunding(tx).finish(doc);
            case CHECKOUT_SESSION -> new CheckoutCompletion(tx).expire(doc);
            default -> tx.documents().save(doc.due(null));
        }
        return doc;
    }

    private static boolean isDue(Doc doc, Instant now) {
        return doc.dueAt() != null && !doc.dueAt().isAfter(now);
    }

    private static void settleDebit(Doc intent, Tx tx) throws SQLException {
        Doc charge = tx.documents().needLocked(Kind.CHARGE, intent.need("latest_charge"));
        Doc method = tx.documents().needLocked(Kind.PAYMENT_METHOD, intent.need("payment_method"));
        Optional<Decline> returned = TestMethod.behaviourOf(charge).atCharge();
        if (returned.isPresent()) {
            new PaymentOutcome(tx).failed(intent, method, ChargeShape.failed(charge, returned.get()), returned.get());
            return;
        }
        new PaymentOutcome(tx).settled(intent, method, charge);
    }

    private static void returnDebit(Doc charge, Tx tx) throws SQLException {
        if (charge.flag("disputed")) {
            tx.documents().save(charge.due(null));
            return;
        }
        new Disputing(tx).comeBack(charge);
    }
}
