package billing.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees which pages. */
class VisitorFilterTest {
    private String outcome = "";

    /** What becomes of a visit: {@code shown}, a status, or where it leads. */
    private String visit(String who, String path) throws Exception {
        new VisitorFilter().doFilter(request(who, path), response(), (request, response) -> outcome = "shown");
        return outcome;
    }

    private static HttpServletRequest request(String who, String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                VisitorFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getAttribute" -> ("billing." + who).equals(arguments[0]) ? who : null;
                    case "getMethod" -> "GET";
                    case "getServletPath" -> path;
                    case "getContextPath" -> "";
                    default -> null;
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                VisitorFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, called, arguments) -> {
                    switch (called.getName()) {
                        case "sendError" -> outcome = arguments[0].toString();
                        case "setHeader" -> outcome = arguments[1].toString();
                        default -> {}
                    }
                    return null;
                });
    }

    @ParameterizedTest
    @CsvSource({
        "stranger, /, shown",
        "stranger, /login, shown",
        "stranger, /settings/billing, /login?next=%2Fsettings%2Fbilling",
        "stranger, /operator, /login?next=%2Foperator",
        "stranger, /operator/prices, /login?next=%2Foperator%2Fprices",
        "stranger, /operators, shown",
        "stranger, /health/live, shown",
        "member, /, /settings/billing",
        "member, /login, /settings/billing",
        "member, /settings/billing, shown",
        "member, /purchases/pur_1, shown",
        "member, /operator, 404",
        "member, /operator/prices, 404",
        "member, /operator/anything, 404",
        "operator, /, /operator/prices",
        "operator, /login, /operator/prices",
        "operator, /sign-up, /operator/prices",
        "operator, /operator/prices, shown",
        "operator, /settings, 404",
        "operator, /settings/billing, 404",
        "operator, /purchases/pur_1, 404",
        "operator, /sign-up/card, 404",
        "operator, /logout, shown"
    })
    void each_visitor_sees_the_own_pages_only(String who, String path, String expected) throws Exception {
        assertEquals(expected, visit(who, path));
    }

    @ParameterizedTest
    @CsvSource({
        "false, /settings/ledger?kind=USAGE, /settings/ledger?kind=USAGE",
        "false, /operator/prices?q=a, /settings/billing",
        "false, '', /settings/billing",
        "false, //evil.example, /settings/billing",
        "true, /operator/desk?after=1, /operator/desk?after=1",
        "true, /settings/billing, /operator/prices",
        "true, '', /operator/prices",
        "true, https://evil.example/operator/x, /operator/prices"
    })
    void a_login_leads_to_the_own_pages(boolean operator, String wanted, String expected) {
        assertEquals(expected, VisitorFilter.landing(operator, wanted));
    }
}
