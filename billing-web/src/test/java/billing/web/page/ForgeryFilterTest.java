package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeryFilterTest {
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    @Test
    void reading_a_page_needs_no_token() throws Exception {
        assertPasses(Requests.get("/settings/billing"));
    }

    @Test
    void a_form_with_the_token_of_its_session_passes() throws Exception {
        assertPasses(Requests.post("/settings/billing").withItsToken().with(VIEW_STATE, "-12345:678"));
    }

    @Test
    void the_api_is_not_asked_for_a_token() throws Exception {
        assertPasses(Requests.post("/api/v1").ofLength(1_000_000));
    }

    @Test
    void something_that_only_begins_like_the_api_is_asked() throws Exception {
        assertRefused(403, Requests.post("/apis"));
    }

    @Test
    void a_form_without_a_token_is_refused() throws Exception {
        assertRefused(403, Requests.post("/logout"));
    }

    @Test
    void the_token_of_another_session_is_refused() throws Exception {
        String foreign = PageSession.token(Requests.get("/").request());
        Requests form = Requests.post("/logout").withItsToken().with(PageSession.TOKEN_FIELD, foreign);
        assertRefused(403, form);
    }

    @Test
    void a_form_from_another_site_is_refused_even_with_the_token() throws Exception {
        assertRefused(403, Requests.post("/logout").withItsToken().withHeader("Sec-Fetch-Site", "cross-site"));
    }

    @Test
    void a_postback_by_get_is_refused() throws Exception {
        assertRefused(400, Requests.get("/settings/billing").with(VIEW_STATE, "-1:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stateless", "", "1", "1:2:3", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "1:2 ", "１:２"})
    void a_view_state_that_we_never_handed_out_is_refused(String state) throws Exception {
        assertRefused(400, Requests.post("/settings/billing").withItsToken().with(VIEW_STATE, state));
    }

    @Test
    void two_view_states_are_refused() throws Exception {
        assertRefused(400, Requests.post("/login").withItsToken().with(VIEW_STATE, "1:2", "3:4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "NONSENSE"})
    void pages_know_no_other_methods(String method) throws Exception {
        Requests request = Requests.post("/settings/billing").withItsToken();
        request.method = method;
        assertRefused(405, request);
    }

    @Test
    void a_form_of_10_megabytes_is_not_even_read() throws Exception {
        assertRefused(413, Requests.post("/login").withItsToken().ofLength(10_000_000));
    }

    @Test
    void a_form_of_unknown_length_is_not_read() throws Exception {
        assertRefused(411, Requests.post("/login").withItsToken().ofLength(-1));
    }

    private static void assertPasses(Requests sent) throws Exception {
        filter(sent);
        assertTrue(sent.passed, () -> "refused with " + sent.status);
    }

    private static void assertRefused(int status, Requests sent) throws Exception {
        filter(sent);
        assertEquals(status, sent.status);
        assertEquals(false, sent.passed);
    }

    private static void filter(Requests sent) throws Exception {
        new ForgeryFilter().doFilter(sent.request(), sent.response(), sent.chain());
    }
}
