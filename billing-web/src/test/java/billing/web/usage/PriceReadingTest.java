package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import billing.domain.usage.Product;
import billing.ejb.usage.NewPrice;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceReadingTest {
    private static final String GOOD = """
            {"sku": "small-in", "product": "API_REQUEST", "unit": "token", "unitPrice": "0.000000180000001",
             "effectiveFrom": "2026-01-01T00:00:00Z"}""";

    private static NewPrice read(String json) {
        return PriceReading.of(Fields.of(new JsonBody(object(json))), "key_1");
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static String mistakes(String json) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(json));
        return object((String) refused.getResponse().getEntity())
                .getJsonArray("errors")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(error -> error.getString("field") + ": " + error.getString("message"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_price_is_read_whole_units_unless_said_otherwise() {
        assertEquals(
                new NewPrice(
                        "small-in",
                        Product.API_REQUEST,
                        "token",
                        new BigDecimal("0.000000180000001"),
                        false,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "key_1"),
                read(GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sku           | number 1                 | must be a text in quotes",
                "sku           | ''                       | must not be empty",
                "sku           | 'hold:API_REQUEST'       | must not begin with \"hold:\"",
                "sku           | ' small-in'              | must begin with a letter",
                "sku           | '<script>'               | must begin with a letter",
                "product       | 'TOKENS'                 | must be one of API_REQUEST, DEDICATED_ENDPOINT",
                "product       | 'api_request'            | must be one of API_REQUEST, DEDICATED_ENDPOINT",
                "unit          | ''                       | must not be empty",
                "unit          | 'a unit that is much longer than any unit is' | has more than 40 characters",
                "unitPrice     | number 0.5               | must be a text in quotes",
                "unitPrice     | ''                       | must not be empty",
                "unitPrice     | '-1'                     | must not be negative",
                "unitPrice     | '1e-9'                   | must be a decimal number",
                "unitPrice     | 'NaN'                    | must be a decimal number",
                "unitPrice     | '0.0000000000000001'     | must not have more than 15 decimals",
                "unitPrice     | '1000000000.1'           | must not be more than 1,000,000,000",
                "fractional    | 'true'                   | must be true or false",
                "effectiveFrom | '2026-01-01'             | must be a time such as",
                "effectiveFrom | '1999-12-31T00:00:00Z'   | must lie between",
                "effectiveFrom | number 1767225600        | must be a text in quotes",
                "currency      | 'eur'                    | is not known here"
            })
    void what_is_wrong_is_told_at_its_field(String field, String value, String message) {
        String written = value.startsWith("number ") ? value.substring(7) : "\"" + value + "\"";
        String json = Json.createObjectBuilder(object(GOOD))
                .add(field, object("{\"value\": " + written + "}").get("value"))
                .build()
                .toString();
        assertEquals(1, mistakes(json).lines().count());
        assertEquals(field + ": " + message, mistakes(json).substring(0, field.length() + 2 + message.length()));
    }

    @Test
    void whatever_is_missing_is_told_at_once() {
        assertEquals(
                "sku: is missing\nproduct: is missing\nunit: is missing\nunitPrice: is missing\neffectiveFrom: is missing",
                mistakes("{}"));
    }
}
