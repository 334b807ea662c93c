package billing.web.page;

import billing.ejb.payment.GatewayEndpoint;
import billing.ejb.runtime.Configuration;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser, with every answer, how little our pages are allowed to do. */
public class HeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** A form of ours may lead to the gateway's pages, whose origins come behind it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

    @Inject
    private Configuration configuration;

    @Inject
    private GatewayEndpoint gateway;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", POLICY + String.join(" ", gateway.pageOrigins()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", isSecret(request) ? "no-referrer" : "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", cacheControl(request));
        if ("https".equals(configuration.publicUrl().getScheme())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** The address of a mailed link is a secret: no request that its page leads to names it. */
    private static boolean isSecret(HttpServletRequest request) {
        return Paths.isBelow(Paths.of(request), "/authorize");
    }

    /** Style sheets and scripts carry their version in their address, so they may be kept for ever; pages never are. */
    private static String cacheControl(HttpServletRequest request) {
        boolean versioned = Paths.isResource(request) && request.getQueryString() != null;
        return versioned ? "public, max-age=31536000, immutable" : "no-store";
    }
}
