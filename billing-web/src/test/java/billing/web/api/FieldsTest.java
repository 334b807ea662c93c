package billing.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static Fields fields(String json) {
        return Fields.of(new JsonBody(StrictJson.read(json)));
    }

    /** What is wrong with a body, as "field: message" lines. */
    private static String mistakes(String json, Consumer<Fields> reading) {
        Fields fields = fields(json);
        reading.accept(fields);
        ProblemException refused = assertThrows(ProblemException.class, fields::check);
        return lines(refused);
    }

    private static String lines(ProblemException refused) {
        String body = (String) refused.getResponse().getEntity();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                    .map(error -> error.getString("field") + ": " + error.getString("message"))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void what_is_right_is_read() {
        Fields fields = fields("""
                {"name": "  Ada & Co ", "amount": "25", "limit": "0.00", "days": 30, "yes": true,
                 "at": "2026-01-31T09:00:00.123456789+01:00", "terms": {"tier": 5}, "nothing": null}""");
        assertEquals("Ada & Co", fields.text("name", 120));
        assertEquals(Money.of("25.00"), fields.amount("amount"));
        assertEquals(Money.ZERO, fields.optionalAmount("limit").orElseThrow());
        assertEquals(30, fields.integer("days", 0, 120));
        assertTrue(fields.flag("yes"));
        assertEquals(
                "2026-01-31T08:00:00.123456Z",
                fields.optionalTime("at").orElseThrow().toString());
        assertEquals(5, fields.object("terms").orElseThrow().integer("tier", 1, 5));
        assertTrue(fields.optionalText("nothing", 10).isEmpty());
        fields.check();
    }

    @Test
    void all_mistakes_are_told_at_once() {
        String told = mistakes("{\"amount\": 25.00, \"tip\": 1, \"terms\": {\"tier\": 6, \"tear\": 1}}", fields -> {
            fields.text("name", 120);
            fields.amount("amount");
            fields.object("terms").orElseThrow().integer("tier", 1, 5);
        });
        assertEquals("""
                name: is missing
                amount: must be a text in quotes, such as "25.00", not a JSON number: numbers lose digits on their way
                terms.tier: must be a whole number from 1 to 5
                tip: is not known here
                terms.tear: is not known here""", told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must not be empty",
                "0|must be more than zero",
                "0.000000000|must be more than zero",
                "-1|must not be negative",
                "-0.01|must not be negative",
                "NaN|must be a decimal number in digits",
                "Infinity|must be a decimal number in digits",
                "1e3|must be a decimal number in digits",
                "1E-3|must be a decimal number in digits",
                "+5|must be a decimal number in digits",
                "' 5'|must be a decimal number in digits",
                "5.|must be a decimal number in digits",
                ".5|must be a decimal number in digits",
                "5,00|must be a decimal number in digits",
                "$5|must be a decimal number in digits",
                "5 EUR|must be a decimal number in digits",
                "0x10|must be a decimal number in digits",
                "٥|must be a decimal number in digits",
                "1.0000000001|must not have more than 9 decimals",
                "9223372037|is larger than any amount that can be kept",
                "99999999999999999999|is larger than any amount that can be kept",
            })
    void an_amount_is_digits_above_zero_or_told_why_not(String text, String message) {
        String body = Json.createObjectBuilder().add("amount", text).build().toString();
        String told = mistakes(body, fields -> fields.amount("amount"));
        assertTrue(told.startsWith("amount: " + message), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.00", "1e400", "true", "[]", "{}"})
    void an_amount_is_no_other_kind_of_json(String json) {
        assertTrue(mistakes("{\"amount\": " + json + "}", fields -> fields.amount("amount"))
                .startsWith("amount: must be a text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"  \"", "\"a\\u0000b\"", "\"line\\nbreak\"", "\"\\ud800\"", "1", "\"abcdefghijk\""})
    void a_text_that_no_database_should_see_is_refused(String json) {
        assertTrue(mistakes("{\"name\": " + json + "}", fields -> fields.text("name", 10))
                .startsWith("name: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "@example.com", "ada@", "a da@example.com", "ada@@example.com", "ada@a..b", "<a>@b.c"})
    void an_address_without_its_parts_is_no_mail_address(String text) {
        assertEquals("email: is not a mail address", mistakes("{\"email\": \"" + text + "\"}", f -> f.email("email")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"1\"", "6", "-1", "99999999999999999999", "true", "null", "[1]"})
    void a_whole_number_is_one_and_in_range(String json) {
        List<String> allowed = List.of("tier: must be a whole number from 1 to 5", "tier: is missing");
        assertTrue(allowed.contains(mistakes("{\"tier\": " + json + "}", fields -> fields.integer("tier", 1, 5))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings",
                "//example.com/x",
                "javascript:alert(1)",
                "ftp://example.com",
                "http://",
                "https://user:secret@example.com/",
                "http://exa mple.com",
                "data:text/html,x"
            })
    void only_an_absolute_web_address_is_returned_to(String text) {
        assertTrue(Values.webAddress(text).content().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "31.01.2026",
                "2026-13-01T00:00:00Z",
                "1999-12-31T00:00:00Z",
                "+9999999-01-01T00:00:00Z",
                "now"
            })
    void only_a_time_of_our_days_is_a_time(String text) {
        assertTrue(Values.time(text).content().isEmpty());
    }

    @Test
    void an_unknown_name_is_repeated_short_and_plain() {
        String name = "x\u202e" + "y".repeat(1000);
        String told = mistakes(Json.createObjectBuilder().add(name, 1).build().toString(), fields -> {});
        assertEquals("x?" + "y".repeat(62) + "...: is not known here", told);
    }

    @Test
    void a_thousand_mistakes_are_not_all_repeated() {
        String body = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> "\"f" + i + "\": 1")
                .collect(Collectors.joining(",", "{", "}"));
        assertEquals(Values.MAX_ERRORS, mistakes(body, fields -> {}).lines().count());
    }
}
