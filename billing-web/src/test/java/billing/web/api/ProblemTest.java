package billing.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
    @Test
    void a_problem_has_the_members_of_rfc_9457_and_a_code() {
        Problem problem = Problem.invalid(List.of(new FieldError("amount", "is missing")));
        assertEquals(
                "{\"type\":\"urn:billing:problem:invalid-input\","
                        + "\"title\":\"Something in the request is not as it should be\",\"status\":400,"
                        + "\"detail\":\"Nothing was done. Correct what \\\"errors\\\" names and send it again.\","
                        + "\"code\":\"INVALID_INPUT\",\"errors\":[{\"field\":\"amount\",\"message\":\"is missing\"}]}",
                problem.json().toString());
        assertEquals(
                "application/problem+json", problem.response().getMediaType().toString());
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_its_texts(ProblemCode code) {
        Problem problem = Problem.of(code);
        assertEquals(code.status(), problem.response().getStatus());
        assertFalse(problem.title().isBlank());
        assertFalse(problem.detail().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void every_decline_tells_the_owner_what_to_do(DeclineCode code) {
        Problem problem = Declines.problem(code);
        assertEquals(422, problem.status());
        assertEquals(code.name(), problem.code());
        assertFalse(problem.detail().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_entry_has_a_description(EntryKind kind) {
        assertFalse(SharedTexts.of(kind).isBlank());
    }

    @Test
    void a_prepaid_or_virtual_card_is_refused_in_exactly_these_words() {
        assertEquals(
                "Your card does not support this type of purchase.", SharedTexts.of(DeclineCode.CARD_NOT_SUPPORTED));
    }

    @Test
    void a_stranger_is_told_how_to_log_in() {
        assertEquals(
                "Bearer realm=\"billing\"",
                Problem.of(ProblemCode.UNAUTHORIZED).response().getHeaderString("WWW-Authenticate"));
    }

    @Test
    void whoever_should_come_back_is_told_when() {
        assertNotNull(Problem.of(ProblemCode.GATEWAY_UNAVAILABLE).response().getHeaderString("Retry-After"));
        assertNotNull(Problem.of(ProblemCode.TOO_MANY_ATTEMPTS).response().getHeaderString("Retry-After"));
    }

    @Test
    void what_the_server_refuses_is_a_problem_too() {
        RefusedRequestMapper mapper = new RefusedRequestMapper();
        Response unknown = mapper.toResponse(new NotFoundException());
        assertEquals(404, unknown.getStatus());
        assertTrue(unknown.getEntity().toString().contains("\"NOT_FOUND\""));
        Response method = mapper.toResponse(new NotAllowedException("GET", new String[] {"HEAD"}));
        assertEquals(405, method.getStatus());
        assertTrue(method.getHeaderString("Allow").contains("HEAD"), method.getHeaderString("Allow"));
    }

    @Test
    void an_error_of_ours_tells_an_incident_and_nothing_of_its_inside() {
        Response answer = new UnexpectedErrorMapper().toResponse(new IllegalStateException("secret inside"));
        assertEquals(500, answer.getStatus());
        String body = answer.getEntity().toString();
        assertTrue(body.contains("\"INTERNAL\"") && body.contains("incident"), body);
        assertFalse(body.contains("secret") || body.contains("Exception"), body);
    }

    @Test
    void a_database_that_is_away_is_worth_another_try() {
        Throwable error = new IllegalStateException(new SQLException("gone", "08006"));
        assertEquals(503, new UnexpectedErrorMapper().toResponse(error).getStatus());
    }

    @Test
    void a_pool_that_has_no_connection_to_give_is_worth_another_try() {
        Throwable error = new IllegalStateException(new SQLException("Error in allocating a connection"));
        assertEquals(503, new UnexpectedErrorMapper().toResponse(error).getStatus());
    }

    @Test
    void a_sum_that_no_column_takes_is_told_as_such_because_repeating_never_helps() {
        Throwable ours = assertThrows(
                ArithmeticException.class, () -> Money.ofNanos(Long.MAX_VALUE).plus(Money.of("1.00")));
        for (Throwable error : List.of(ours, new SQLException("bigint out of range", "22003"))) {
            Response answer = new UnexpectedErrorMapper().toResponse(new IllegalStateException(error));
            assertEquals(422, answer.getStatus());
            assertTrue(answer.getEntity().toString().contains("\"AMOUNT_OUT_OF_RANGE\""));
        }
        assertEquals(
                500,
                new UnexpectedErrorMapper()
                        .toResponse(new ArithmeticException("/ by zero"))
                        .getStatus());
    }

    @Test
    void a_commit_that_nobody_knows_the_end_of_is_worth_another_try() {
        Throwable error = new IllegalStateException(new SystemException());
        assertEquals(503, new UnexpectedErrorMapper().toResponse(error).getStatus());
    }
}
