package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.AccountId;
import billing.domain.usage.Labels;
import billing.domain.usage.UsageEvent;
import billing.web.api.Problem;
import billing.web.api.ProblemException;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReadingTest {
    private static final String ACCOUNT = new AccountId(4711).toString();
    private static final String GOOD = "{\"id\":\"e1\",\"account\":\"" + ACCOUNT
            + "\",\"sku\":\"s\",\"quantity\":\"12.50\",\"time\":\"2026-03-01T10:00:00.1234567Z\"}";

    private static BatchReading read(String... events) {
        return BatchReading.of("{\"events\":[" + String.join(",", events) + "]}");
    }

    private static Problem refused(String body) {
        return assertThrows(ProblemException.class, () -> BatchReading.of(body)).problem();
    }

    /** What is said of the one event that is bad. */
    private static String message(String field, String value) {
        String plain = GOOD.replaceFirst(",\"" + field + "\":\"[^\"]*\"", "");
        String bad =
                plain.substring(0, plain.length() - 1) + (value.isEmpty() ? "}" : ",\"" + field + "\":" + value + "}");
        BatchReading batch = read(GOOD, bad);
        assertEquals(1, batch.events().size(), "the good one stays");
        return batch.refused().get(0).message();
    }

    @Test
    void an_event_is_read_to_the_microsecond() {
        UsageEvent event = read(GOOD).events().get(0);
        assertEquals(
                new UsageEvent(
                        "e1",
                        new AccountId(4711),
                        "s",
                        new BigDecimal("12.50"),
                        Instant.parse("2026-03-01T10:00:00.123456Z"),
                        Labels.NONE,
                        null),
                event);
    }

    @Test
    void a_refusal_says_whose_event_it_was_because_ids_are_the_accounts_own() {
        String bad = GOOD.replace("12.50", "a dozen");
        JsonObject told = read(bad).refused().get(0).json();
        assertEquals("e1", told.getString("id"));
        assertEquals(ACCOUNT, told.getString("account"));
        assertTrue(read("{}").refused().get(0).json().isNull("account"));
    }

    @Test
    void labels_and_a_hold_are_read_and_null_is_none() {
        String all = GOOD.substring(0, GOOD.length() - 1)
                + ",\"labels\":{\"apiKey\":\"k\",\"project\":null,\"model\":\"m\"},\"holdId\":\"hld_1\"}";
        UsageEvent event = read(all).events().get(0);
        assertEquals(new Labels("k", null, "m"), event.labels());
        assertEquals("hld_1", event.holdId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "null", "\"\"", "\"0x10\"", "\"1e3\"", "\"+1\"", "\" 1\"", "\"NaN\"", "[]", "{}", "true"
            })
    void a_quantity_is_a_plain_decimal_text(String value) {
        assertTrue(message("quantity", value).startsWith("quantity "), value);
    }

    @Test
    void each_mistake_of_a_quantity_has_its_words() {
        assertTrue(message("quantity", "\"-1\"").contains("must not be negative"));
        assertTrue(message("quantity", "\"0.1234567891\"").contains("more than 9 decimals"));
        assertTrue(message("quantity", "\"1234567890123456\"").contains("out of range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"2026-02-30T00:00:00Z\"", "\"2026-03-01\"", "\"now\"", "1772359200"})
    void a_time_is_a_time(String value) {
        assertTrue(message("time", value).startsWith("time "), value);
    }

    @Test
    void an_id_and_labels_have_their_lengths() {
        assertTrue(message("sku", '"' + "x".repeat(101) + '"').contains("sku has more than 100 characters"));
        assertTrue(message("labels", "{\"model\":\"" + "x".repeat(101) + "\"}").contains("labels.model has more than"));
        assertTrue(message("labels", "{\"other\":\"x\"}").contains("labels.other is not known here"));
        assertTrue(message("labels", "[1,{\"a\":[2]}]").contains("labels must be an object"));
        assertTrue(message("holdId", "\"a\\u0000b\"").contains("holdId has characters"));
    }

    @Test
    void an_id_of_a_holds_own_charge_is_nobody_elses() {
        assertTrue(read(GOOD.replace("e1", "hold:hld_1:SETTLED"))
                .refused()
                .get(0)
                .message()
                .contains("id must not begin with \"hold:\""));
    }

    @Test
    void what_is_no_event_never_stops_the_others() {
        BatchReading batch = read("7", "null", "[[1],{\"a\":{}}]", "{\"x\":{\"y\":[1]}}", "\"e\"", GOOD);
        assertEquals(1, batch.events().size());
        assertEquals(5, batch.refused().size());
    }

    @Test
    void a_name_that_comes_twice_is_refused() {
        String twice = GOOD.substring(0, GOOD.length() - 1) + ",\"sku\":\"t\"}";
        assertTrue(read(twice).refused().get(0).message().contains("sku must be given once only"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{\"events\":[",
                "{\"events\":[]} x",
                "{\"events\":[}",
                "{\"events\":[],\"events\":[]}"
            })
    void what_is_no_batch_is_refused_as_a_whole(String body) {
        Problem problem = refused(body);
        assertEquals(400, problem.status());
    }

    @Test
    void the_list_has_to_be_there_and_to_be_a_list_of_1_to_1000() {
        assertEquals("events", refused("{}").errors().get(0).field());
        assertEquals("events", refused("{\"events\":{}}").errors().get(0).field());
        assertEquals("events", refused("{\"events\":[]}").errors().get(0).field());
        assertEquals("more", refused("{\"more\":1}").errors().get(0).field());
        List<String> many = Collections.nCopies(1_001, GOOD);
        assertEquals(
                "must have 1 to 1,000 events",
                assertThrows(ProblemException.class, () -> read(many.toArray(String[]::new)))
                        .problem()
                        .errors()
                        .get(0)
                        .message());
        assertEquals(
                1_000,
                read(many.subList(0, 1_000).toArray(String[]::new)).events().size());
    }
}
