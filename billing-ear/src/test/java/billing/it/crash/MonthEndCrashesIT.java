package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.it.Billing;
import billing.it.Customer;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The process dies at nine points around month ends and due days, one after the other, and is started again. Each month has one
 * document, no number is left out, each invoice is charged once, and its owner is told once.
 */
@Tag("deep")
class MonthEndCrashesIT {
    /** What the rules end the process with, so that a test knows its point was reached. */
    private static final int CRASHED = 77;

    private static final List<String> CLOSING = List.of(
            "closed-before-commit",
            "closed",
            "written-before-commit",
            "stamped-before-commit",
            "stamped",
            "told-before-commit");
    private static final List<String> COLLECTING = List.of("payment-placed", "payment-charged", "payment-settled");

    /** From the end of a month to the 3rd, six o'clock, and a little more. */
    private static final Duration TO_THE_THIRD = Duration.ofHours(54).plusMinutes(2);

    /** Who dies while closing months keeps others from it for so long, by the database's clock. */
    private static final Duration LEASE = Duration.ofSeconds(31);

    private static final Duration A_WHILE = Duration.ofMinutes(20);

    @Test
    void a_crash_anywhere_around_a_month_end_neither_loses_nor_doubles_anything() {
        try (QuickStart app = new QuickStart("month-end").startWithCrashAt("month-end")) {
            Customer ada = accountOnBuildTerms(app.billing());
            for (int month = 0; month < CLOSING.size(); month++) {
                use(ada, app.billing());
                crash(app, CLOSING.get(month), untilNextMonth(app.billing()));
                advance(app.billing(), Duration.ofMinutes(1));
                hasDocuments(ada, month + 1);
                collect(app, month);
                isPaid(ada, month + 1);
            }
            JsonObject check = app.billing().selfCheck();
            assertTrue(check.getBoolean("ok"), check::toString);
        }
    }

    private static Customer accountOnBuildTerms(Billing billing) {
        Customer ada = billing.newAccount("Ada");
        assertEquals(201, ada.addsCard("pm_card_visa").status());
        assertEquals(200, billing.put("accounts/" + ada.id() + "/terms", """
                {"type":"BUILD","tier":2,"reason":"pays afterwards"}\
                """).status());
        return ada;
    }

    private static void use(Customer ada, Billing billing) {
        assertEquals(201, billing.post("prices", """
                {"sku":"minutes","product":"OTHER","unit":"minute","unitPrice":"0.2","effectiveFrom":"2020-01-01T00:00:00Z"}\
                """).status());
        assertEquals(1, ada.uses("minutes", "150", "search").getInt("accepted"));
    }

    private static Instant now(Billing billing) {
        return Instant.parse(billing.get("sandbox/clock").json().getString("now"));
    }

    /** To a time, not by one: a connection may break under a server that has just begun, and then it is asked again. */
    private static void advance(Billing billing, Duration by) {
        Instant to = now(billing).plus(by);
        for (int tries = 0; tries < 5 && now(billing).isBefore(to); tries++) {
            try {
                billing.post("sandbox/clock/advance", "{\"to\":\"" + to + "\"}");
            } catch (UncheckedIOException broken) {
                // once more
            }
        }
    }

    private static Duration untilNextMonth(Billing billing) {
        Instant now = now(billing);
        OffsetDateTime first = now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC);
        return Duration.between(now, first.toInstant()).plusSeconds(1);
    }

    private static void collect(QuickStart app, int month) {
        if (month < COLLECTING.size()) {
            crash(app, COLLECTING.get(month), TO_THE_THIRD);
            advance(app.billing(), A_WHILE);
        } else {
            advance(app.billing(), TO_THE_THIRD);
        }
    }

    /** Dies at a point on the way to a time, and is started again. */
    private static void crash(QuickStart app, String point, Duration time) {
        app.arm(point);
        try {
            app.billing().advanceClock(time.toString());
        } catch (UncheckedIOException died) {
            // as it should
        }
        assertEquals(CRASHED, app.awaitEnd(), point);
        long free = System.nanoTime() + LEASE.toNanos();
        app.disarm(point);
        app.startWithCrashAt("month-end");
        LockSupport.parkNanos(free - System.nanoTime());
    }

    private static void hasDocuments(Customer ada, int months) {
        List<JsonObject> invoices = new ArrayList<>(ada.invoices());
        Collections.reverse(invoices);
        assertEquals(months, invoices.size(), invoices::toString);
        YearMonth first = YearMonth.parse(invoices.get(0).getString("month"));
        Map<Integer, Integer> drawn = new HashMap<>();
        for (int i = 0; i < months; i++) {
            int year = first.plusMonths(i + 1).getYear();
            String number = "INV-%d-%06d".formatted(year, drawn.merge(year, 1, Integer::sum));
            assertEquals(number, invoices.get(i).getString("number"));
            assertEquals(first.plusMonths(i).toString(), invoices.get(i).getString("month"));
            assertEquals("30.00", invoices.get(i).getString("amountDue"));
        }
        assertEquals(months, ada.mails("INVOICE_ISSUED"));
    }

    private static void isPaid(Customer ada, int months) {
        assertEquals(
                List.of("PAID"),
                ada.invoices().stream()
                        .map(i -> i.getString("status"))
                        .distinct()
                        .toList());
        assertEquals(Collections.nCopies(months, "30.00"), ada.succeededCharges());
        assertEquals(months, ada.mails("INVOICE_PAID"));
    }
}
