package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.AccountId;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageEventQuery;
import billing.ejb.usage.UsageQuery;
import billing.web.api.Parameters;
import billing.web.api.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be asked of usage, and what is told of a question that makes no sense. */
class UsageReadingTest {
    private static final AccountId ACCOUNT = new AccountId(1);

    private static UsageReading reading(String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            parameters.add(part.substring(0, equals), part.substring(equals + 1));
        }
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(
                UsageReadingTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> parameters);
        return new UsageReading(Parameters.of(uri));
    }

    @Test
    void without_parameters_it_is_everything_in_one_row() {
        UsageQuery query = reading("").sums(ACCOUNT);
        assertEquals(null, query.from());
        assertEquals(null, query.to());
        assertTrue(query.groups().isEmpty());
    }

    @Test
    void a_parameter_that_nobody_knows_is_a_slip_and_told_at_its_name() {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> reading("form=2026-02-01&group<by=sku&limit=500").sums(ACCOUNT));
        String answer = (String) refused.getResponse().getEntity();
        assertTrue(answer.contains("{\"field\":\"form\",\"message\":\"is not known here\"}"), answer);
        assertTrue(answer.contains("{\"field\":\"group<by\",\"message\":\"is not known here\"}"), answer);
        assertEquals(400, refused.getResponse().getStatus());
    }

    @Test
    void a_day_stands_for_its_midnight() {
        UsageQuery query = reading("from=2026-02-01&to=2026-02-28T12:00:00Z").sums(ACCOUNT);
        assertEquals(Instant.parse("2026-02-01T00:00:00Z"), query.from());
        assertEquals(Instant.parse("2026-02-28T12:00:00Z"), query.to());
    }

    @Test
    void columns_come_in_the_order_that_was_asked_for() {
        assertEquals(
                List.of(UsageDimension.MODEL, UsageDimension.DAY),
                List.copyOf(reading("groupBy=model,day,model").sums(ACCOUNT).groups()));
    }

    @Test
    void events_are_asked_for_by_what_they_carry_and_what_they_lack() {
        UsageEventQuery query = reading("sku=gpu&project=a b&without=apiKey,model&limit=7&after=12.ZXZ0")
                .events(ACCOUNT);
        assertEquals("gpu", query.sku());
        assertEquals(
                Map.of(
                        UsageDimension.PROJECT, Optional.of("a b"),
                        UsageDimension.API_KEY, Optional.empty(),
                        UsageDimension.MODEL, Optional.empty()),
                query.labels());
        assertEquals(7, query.limit());
        assertEquals("12.ZXZ0", query.after());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        from=yesterday                   | from
        to=2026-02-30                    | to
        from=1999-12-31                  | from
        from=2026-02-02&to=2026-02-01    | to
        from=2026-02-01&from=2026-02-01  | from
        groupBy=colour                   | groupBy
        groupBy=day,                     | groupBy
        groupBy=DAY                      | groupBy
        """)
    void a_question_about_sums_that_makes_no_sense_is_refused_at_its_field(String query, String field) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> reading(query).sums(ACCOUNT));
        assertEquals(field, refused.problem().errors().get(0).field());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        without=sku                | without
        without=project&project=x  | without
        after=older                | after
        limit=501                  | limit
        limit=0                    | limit
        """)
    void a_question_about_events_that_makes_no_sense_is_refused_at_its_field(String query, String field) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> reading(query).events(ACCOUNT));
        assertEquals(field, refused.problem().errors().get(0).field());
    }

    @Test
    void a_name_that_no_database_takes_is_refused() {
        assertThrows(ProblemException.class, () -> reading("project=a\u0000b").events(ACCOUNT));
        assertThrows(
                ProblemException.class, () -> reading("sku=" + "x".repeat(101)).events(ACCOUNT));
    }
}
