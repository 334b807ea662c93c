package billing.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import billing.domain.account.BillingTerms;
import billing.domain.account.ContractPlan;
import billing.web.api.FieldError;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.ProblemException;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsReadingTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    private static BillingTerms read(String json) {
        Fields fields =
                Fields.of(new JsonBody(Json.createReader(new StringReader(json)).readObject()));
        BillingTerms terms = TermsReading.of(fields, NOW);
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

    @Test
    void a_contract_may_have_a_plan_and_an_end_that_lies_ahead() {
        BillingTerms terms = read("{\"type\":\"CONTRACT\",\"plan\":\"SCALE\",\"endsAt\":\"2026-05-01T00:00:01Z\"}");
        assertEquals(ContractPlan.SCALE, terms.plan());
        assertEquals(NOW.plusSeconds(1), terms.endsAt());
        assertEquals("endsAt", wrong("{\"type\":\"CONTRACT\",\"endsAt\":\"2026-05-01T00:00:00Z\"}"));
        assertEquals("plan", wrong("{\"type\":\"CONTRACT\",\"plan\":\"GOLD\"}"));
    }

    @Test
    void only_a_contract_has_them() {
        assertEquals("plan", wrong("{\"type\":\"PREPAID\",\"plan\":\"SCALE\"}"));
        assertEquals("endsAt", wrong("{\"type\":\"BUILD\",\"tier\":1,\"endsAt\":\"2027-05-01T00:00:00Z\"}"));
    }

    private static String wrong(String json) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(json));
        return refused.problem().errors().get(0).field();
    }
}
