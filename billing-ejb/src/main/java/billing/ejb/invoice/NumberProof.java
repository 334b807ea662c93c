package billing.ejb.invoice;

import billing.domain.invoice.DocumentNumber;
import billing.ejb.ledger.Finding;
import billing.ejb.ledger.HouseProof;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the documents of each series and year are numbered from one to where its counter stands, none missing and none
 * twice. The database compares each number with the one before; behind the last stands the counter's next, which is nobody's.
 */
@Dependent
@SuppressWarnings("NullAway.Init")
class NumberProof implements HouseProof {
    private static final String ODD = """
            SELECT o.number, o.series, o.in_year, o.n, o.before, o.drawn FROM (
              SELECT d.number, d.series, d.in_year, d.n, COALESCE(c.drawn, 0) AS drawn,
                LAG(d.n, 1, CAST(0 AS BIGINT)) OVER (PARTITION BY d.series, d.in_year ORDER BY d.n) AS before
              FROM (
                SELECT w.number,
                  CASE WHEN w.fits THEN SUBSTRING(w.number, 1, POSITION('-' IN w.number) - 1) END AS series,
                  CASE WHEN w.fits THEN CAST(SUBSTRING(w.number, POSITION('-' IN w.number) + 1, 4) AS INTEGER) END AS in_year,
                  CASE WHEN w.fits THEN CAST(SUBSTRING(w.number, POSITION('-' IN w.number) + 6) AS BIGINT) END AS n
                FROM (
                  SELECT a.number, REGEXP_LIKE(a.number, '^[A-Z]+-[0-9]{4}-[0-9]{6,18}$') AS fits
                  FROM (SELECT number FROM invoice WHERE number IS NOT NULL UNION ALL SELECT number FROM credit_note) a) w
                UNION ALL
                SELECT NULL, series, in_year, drawn + 1 FROM invoice_counter WHERE series <> 'LOCK') d
              LEFT JOIN invoice_counter c ON c.series = d.series AND c.in_year = d.in_year) o
            WHERE o.n IS NULL OR o.n <> o.before + 1 OR o.number IS NOT NULL AND o.n > o.drawn
            ORDER BY o.series, o.in_year, o.n
            FETCH FIRST 1000 ROWS ONLY
            """;

    /** A number that does not follow the one before it; {@code number} is null behind the last. */
    private record Odd(@Nullable String number, String series, int year, long count, long before, long drawn) {
        static Odd of(ResultSet row) throws SQLException {
            String series = row.getString("series");
            return new Odd(
                    row.getString("number"),
                    series == null ? "" : series,
                    row.getInt("in_year"),
                    row.getLong("n"),
                    row.getLong("before"),
                    row.getLong("drawn"));
        }

        void findIn(List<Finding> findings) {
            if (series.isEmpty()) {
                findings.add(finding("NUMBER_MALFORMED", number + " is no number of a document"));
                return;
            }
            long lastMissing = Math.min(count - 1, drawn);
            if (lastMissing > before) {
                findings.add(finding("NUMBER_MISSING", missing(before + 1, lastMissing)));
            }
            if (number != null && count > drawn) {
                findings.add(finding("NUMBER_NOT_DRAWN", number + " is beyond the counter, which stands at " + drawn));
            } else if (number != null && count == before) {
                findings.add(finding("NUMBER_TWICE", text(count) + " was given twice, once as " + number));
            }
        }

        private String missing(long first, long last) {
            return first == last ? text(first) + " is missing" : text(first) + " to " + text(last) + " are missing";
        }

        private String text(long n) {
            return new DocumentNumber(series, year, n).toString();
        }

        private static Finding finding(String code, String detail) {
            return new Finding(code, "", detail);
        }
    }

    @Inject
    Database database;

    @Inject
    StampRepository stamps;

    @Override
    public List<Finding> glance() {
        List<Finding> findings = new ArrayList<>();
        database.list(ODD, Odd::of).forEach(odd -> odd.findIn(findings));
        return findings;
    }

    @Override
    public List<Finding> proveLocked() {
        stamps.lock();
        return glance();
    }
}
