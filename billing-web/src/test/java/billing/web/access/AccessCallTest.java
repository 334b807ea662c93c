package billing.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.usage.Labels;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessCallTest {
    private static Optional<AccessCall> asked(Map<String, String[]> query) {
        return AccessCall.of((HttpServletRequest) Proxy.newProxyInstance(
                AccessCallTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, none) -> method.getName().equals("getQueryString") ? "something" : query));
    }

    @Test
    void a_project_and_a_key_are_what_budgets_count_by() {
        assertEquals(
                Optional.of(new AccessCall(new Labels("own", "red", null), Optional.empty(), 0)),
                asked(Map.of("project", new String[] {"red"}, "apiKey", new String[] {"own"})));
    }

    @Test
    void what_has_a_slip_is_not_answered_as_if_it_had_none() {
        assertEquals(Optional.empty(), asked(Map.of("projekt", new String[] {"red"})));
        assertEquals(Optional.empty(), asked(Map.of("wait", new String[] {"31"})));
    }
}
