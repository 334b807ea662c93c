package billing.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import billing.domain.account.BillingTerms;
import billing.web.api.FieldError;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.ProblemException;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsReadingTest {
    private static BillingTerms read(String json) {
        Fields fields =
                Fields.of(new JsonBody(Json.createReader(new StringReader(json)).readObject()));
        BillingTerms terms = TermsReading.of(fields);
        fields.check();
        return terms;
    }

    @Test
    void a_limit_stays_far_from_what_can_be_counted() {
        assertEquals(
                "1000000000.00",
                String.valueOf(
                        read("{\"type\":\"CONTRACT\",\"limit\":\"1000000000\"}").limit()));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> read("{\"type\":\"CONTRACT\",\"limit\":\"9223372036.00\"}"));
        assertEquals(
                List.of(new FieldError("limit", "must not be more than 1000000000.00")),
                refused.problem().errors());
    }
}
