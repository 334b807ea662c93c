package billing.ejb.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway's own pages: plain HTML under a strict policy, changed only by the forms that stand on them. */
final class HostedPages {
    private static final Pattern PATH = Pattern.compile("/(checkout|authorize)/([A-Za-z0-9_]{1,100})");
    private static final String STYLE = "/assets/sandbox.css";

    private final SandboxDatabase database;

    HostedPages(SandboxDatabase database) {
        this.database = database;
    }

    void answer(HttpExchange exchange, String body, Tx.Origin origin) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(STYLE)) {
            SimulatorServer.send(
                    exchange, 200, "text/css", Template.resource("sandbox.css"), headers(HostedPage.missing()));
            return;
        }
        HostedPage page = page(exchange, path, body, origin);
        SimulatorServer.send(exchange, page.status(), "text/html; charset=utf-8", page.html(), headers(page));
    }

    private HostedPage page(HttpExchange exchange, String path, String body, Tx.Origin origin) {
        if (path.equals("/")) {
            return TestMethodList.page();
        }
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return HostedPage.missing();
        }
        boolean checkout = matcher.group(1).equals("checkout");
        Params params = Params.parse(exchange.getRequestURI().getRawQuery(), body);
        Call call = new Call(exchange.getRequestMethod(), path, Map.of("id", matcher.group(2)), params);
        if (!call.method().equals("POST")) {
            return database.in(origin, tx -> show(checkout, call, tx));
        }
        if (!isOurs(exchange.getRequestHeaders())) {
            return HostedPage.message(403, "foreign", null);
        }
        return database.in(origin, tx -> submit(checkout, call, tx));
    }

    private static HostedPage show(boolean checkout, Call call, Tx tx) throws SQLException {
        return checkout ? CheckoutPage.show(call, tx) : AuthorizePage.show(call, tx);
    }

    private static HostedPage submit(boolean checkout, Call call, Tx tx) throws SQLException {
        return checkout ? CheckoutPage.submit(call, tx) : AuthorizePage.submit(call, tx);
    }

    /** A browser says where a form came from; what says nothing is no browser, and cannot be tricked like one. */
    private static boolean isOurs(Headers headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = headers.getFirst("Origin");
        return origin == null || String.valueOf(headers.getFirst("Host")).equals(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getRawAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static Map<String, String> headers(HostedPage page) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Content-Security-Policy", page.contentSecurityPolicy(),
                "Referrer-Policy", "same-origin",
                "X-Content-Type-Options", "nosniff"));
        if (page.location() != null) {
            headers.put("Location", page.location());
        }
        return headers;
    }
}
