package billing.ejb.sandbox;

import billing.ejb.sandbox.IdempotencyKeys.Entry;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * Requests under an idempotency key, as docs.stripe.com/api/idempotent_requests has them.
 *
 * <p>A request first <em>claims</em> its key in a transaction of its own. Then it holds the claimed row while it works,
 * and effect and answer commit together. Whoever finds the row held is told that it is in use; whoever finds it free
 * and unanswered knows that its owner died before anything happened, and does the work.
 */
final class IdempotentCalls {
    private static final int LONGEST_KEY = 255;
    private static final int TRIES = 20;

    private final SandboxDatabase database;
    private final String scope;

    IdempotentCalls(SandboxDatabase database, String scope) {
        this.database = database;
        this.scope = scope;
    }

    Answer answer(String keyText, Call call, Tx.Origin caller, SandboxDatabase.Work<Answer> work) {
        if (keyText.length() > LONGEST_KEY) {
            throw ApiError.invalid(null, null, "Idempotency keys are at most 255 characters long.");
        }
        IdempotencyKeys.Key key = new IdempotencyKeys.Key(scope, keyText);
        Tx.Origin origin = new Tx.Origin(caller.requestId(), keyText, caller.address());
        Entry entry = new Entry(
                call.method() + " " + call.path(),
                call.params().fingerprint(),
                Objects.requireNonNullElse(caller.requestId(), ""),
                null,
                null);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            claim(key, entry, origin);
            Optional<Answer> answer = workOrReplay(key, entry, origin, work);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw ApiError.keyInUse(keyText);
    }

    private void claim(IdempotencyKeys.Key key, Entry entry, Tx.Origin origin) {
        try {
            database.in(origin, tx -> {
                tx.idempotencyKeys().forgetIfOld(key, tx.now());
                if (tx.idempotencyKeys().find(key).isEmpty()) {
                    tx.idempotencyKeys().claim(key, entry, tx.now());
                }
                return key;
            });
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof SQLException cause) || !SandboxDatabase.isTaken(cause)) {
                throw e;
            }
        }
    }

    /** @return nothing when the claim was given up meanwhile, so that it is worth another try */
    private Optional<Answer> workOrReplay(
            IdempotencyKeys.Key key, Entry mine, Tx.Origin origin, SandboxDatabase.Work<Answer> work) {
        try {
            return database.in(origin, tx -> {
                Optional<Entry> held = tx.idempotencyKeys().hold(key);
                if (held.isEmpty()) {
                    return inUseOrGone(key, mine, tx);
                }
                check(key, held.get(), mine);
                Integer status = held.get().status();
                return Optional.of(status == null ? work(key, work, tx) : replay(held.get(), status));
            });
        } catch (Refused e) {
            keepOrRelease(key, e.error, origin);
            throw e.error;
        }
    }

    /** The work is rolled back. Its answer stays if it had begun to execute, else the key is free for other parameters. */
    private void keepOrRelease(IdempotencyKeys.Key key, ApiError error, Tx.Origin origin) {
        database.in(origin, tx -> {
            if (error.executed()) {
                tx.idempotencyKeys().store(key, error.answer());
            } else {
                tx.idempotencyKeys().release(key);
            }
            return key;
        });
    }

    private static Optional<Answer> inUseOrGone(IdempotencyKeys.Key key, Entry mine, Tx tx) throws SQLException {
        Optional<Entry> theirs = tx.idempotencyKeys().find(key);
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        check(key, theirs.get(), mine);
        throw ApiError.keyInUse(key.value());
    }

    private static Answer work(IdempotencyKeys.Key key, SandboxDatabase.Work<Answer> work, Tx tx) throws SQLException {
        Answer answer = answerOf(work, tx);
        if (answer.stored()) {
            tx.idempotencyKeys().store(key, answer);
        } else {
            tx.idempotencyKeys().release(key);
        }
        return answer;
    }

    private static Answer answerOf(SandboxDatabase.Work<Answer> work, Tx tx) throws SQLException {
        try {
            return work.in(tx);
        } catch (ApiError e) {
            throw new Refused(e);
        }
    }

    private static Answer replay(Entry entry, int status) {
        return Answer.replay(status, Objects.requireNonNull(entry.body()), entry.requestId());
    }

    private static void check(IdempotencyKeys.Key key, Entry theirs, Entry mine) {
        String advice =
                " Try using a key other than '" + key.value() + "' if you meant to execute a different request.";
        if (!theirs.endpoint().equals(mine.endpoint())) {
            throw ApiError.idempotency(
                    "Keys for idempotent requests can only be used for the same endpoint they were first"
                            + " used for ('" + mine.endpoint() + "' vs '" + theirs.endpoint() + "')." + advice);
        }
        if (!theirs.fingerprint().equals(mine.fingerprint())) {
            throw ApiError.idempotency(
                    "Keys for idempotent requests can only be used with the same parameters they were first"
                            + " used with." + advice);
        }
    }

    /** An error of the work itself, told from an error about its key. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ApiError error;

        Refused(ApiError error) {
            super(null, error, false, false);
            this.error = error;
        }
    }
}
