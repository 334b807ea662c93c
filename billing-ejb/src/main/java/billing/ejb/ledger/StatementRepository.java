package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.ejb.ledger.Statement.Movement;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sums over a stretch of an account's chain. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StatementRepository {
    private static final String LAST_BEFORE = "SELECT seq, balance_after FROM ledger_entry WHERE account = ?"
            + " AND recorded_at < ? ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY";
    private static final String MOVEMENTS = "SELECT e.kind, SUM(e.amount) AS amount, COUNT(*) AS entries,"
            + " COALESCE(MIN(e.batch), 0) AS first_batch, COALESCE(MAX(e.batch), 0) AS last_batch FROM (SELECT kind,"
            + " amount, CASE WHEN cause_type = 'USAGE_BATCH' THEN CAST(SUBSTRING(cause_id FROM 5) AS BIGINT) END AS batch"
            + " FROM ledger_entry WHERE account = ? AND seq > ? AND seq <= ?) e GROUP BY e.kind";

    @Inject
    Database database;

    /** A place in the chain, and the balance there. */
    record Place(long seq, Money balance) {
        static final Place START = new Place(0, Money.ZERO);
    }

    /** The last entry that was recorded before a time. */
    Place before(AccountId account, Instant time) {
        Optional<Place> last = database.one(
                LAST_BEFORE, row -> new Place(row.getLong("seq"), Database.money(row, "balance_after")), account, time);
        return last.orElse(Place.START);
    }

    /** What the entries of a stretch come to, by kind. */
    List<Movement> movements(AccountId account, long after, long last) {
        return database.list(MOVEMENTS, StatementRepository::movement, account, after, last);
    }

    private static Movement movement(ResultSet row) throws SQLException {
        EntryKind kind = EntryKind.valueOf(row.getString("kind"));
        Money amount = Money.ofNanos(row.getBigDecimal("amount").longValueExact());
        return new Movement(
                kind,
                effect(kind, amount),
                row.getLong("entries"),
                row.getLong("first_batch"),
                row.getLong("last_batch"));
    }

    private static Money effect(EntryKind kind, Money amount) {
        Money added = kind.addsCredits() ? amount : Money.ZERO;
        return kind.takesCredits() ? added.minus(amount) : added;
    }
}
