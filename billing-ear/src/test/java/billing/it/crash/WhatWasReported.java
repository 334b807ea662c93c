package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Compares what was acknowledged with what is in the tables, past the application, and asks the books for their proof. */
final class WhatWasReported {

    private final DurablePostgres postgres;

    WhatWasReported(DurablePostgres postgres) {
        this.postgres = postgres;
    }

    /** Each event is there, none twice, and it was debited what it costs, no more and no less. */
    void isRecordedOnce(Reporters reporters, Billing billing) throws SQLException {
        Set<String> acknowledged = reporters.finish();
        assertEquals(acknowledged, recorded());
        assertEquals(acknowledged.size(), number("SELECT count(*) FROM usage_event"));
        long cost = acknowledged.size() * Reporters.NANOS_PER_EVENT;
        assertEquals(cost, number("SELECT sum(amount) FROM usage_event"));
        assertEquals(cost, number("SELECT sum(amount) FROM ledger_entry WHERE kind = 'USAGE'"));
        BigDecimal left = reporters.customers().stream()
                .map(customer -> new BigDecimal(customer.balance().getString("settled")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal bought = new BigDecimal(100 * reporters.customers().size());
        assertEquals(0, bought.subtract(BigDecimal.valueOf(cost, 9)).compareTo(left), "left: " + left);
        JsonObject proof = billing.selfCheck();
        assertTrue(proof.getBoolean("ok"), proof.toString());
    }

    private Set<String> recorded() throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT event_id FROM usage_event")) {
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
