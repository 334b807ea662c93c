package billing.web.account;

import billing.web.page.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Keeps strangers out of what is a member's, and members out of the pages for strangers. */
public class MemberFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    static final String HOME = "/settings/billing";
    private static final List<String> MEMBERS_ONLY =
            List.of("/settings", "/purchases", "/sign-up/card", "/sign-up/credits");
    private static final Set<String> STRANGERS_ONLY = Set.of("/", "/login", "/sign-up");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean member = request.getAttribute(BillingAuthentication.MEMBER) != null;
        String path = Paths.of(request);
        if (!member && MEMBERS_ONLY.stream().anyMatch(folder -> Paths.isBelow(path, folder))) {
            goTo("/login?next=" + encode(wanted(request, path)), request, response);
        } else if (member && STRANGERS_ONLY.contains(path)) {
            goTo(HOME, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What was asked for; a form can't be sent again after the login, so that leads home. */
    private static String wanted(HttpServletRequest request, String path) {
        if (!"GET".equals(request.getMethod())) {
            return HOME;
        }
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static void goTo(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
