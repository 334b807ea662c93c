package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String FORM = FormNumber.mint();

    private final HttpServletRequest request =
            Requests.post("/settings/auto-recharge").request();

    @Test
    void who_goes_back_finds_what_was_typed() {
        Draft.keep(request, FORM, Map.of("threshold", "20", "amount", ""));
        assertEquals("20", Draft.of(request, FORM).get("threshold"));
        assertEquals("", Draft.of(request, FORM).get("amount"));
    }

    @Test
    void another_form_begins_empty() {
        Draft.keep(request, FORM, Map.of("threshold", "20"));
        assertEquals(Map.of(), Draft.of(request, FormNumber.mint()));
        assertEquals(Map.of(), Draft.of(request, null));
    }

    @Test
    void a_session_is_no_place_for_what_no_form_wants() {
        Draft.keep(request, FORM, Map.of("threshold", "2".repeat(101)));
        assertEquals(Map.of(), Draft.of(request, FORM));
    }
}
