package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/settings/billing", "/settings/ledger?kind=USAGE&after=12", "/purchases/pur_1/receipt"})
    void a_page_of_ours_is_gone_to(String path) {
        assertEquals(path, Paths.next(path, "/home"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "settings",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a b",
                "/x\r\nLocation: https://evil.example",
                "/\t/evil.example",
                "/settings/../../evil",
                "/api/v1/accounts",
                "/ünïcode"
            })
    void anything_else_leads_home(String path) {
        assertEquals("/home", Paths.next(path, "/home"));
    }
}
