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

/**
 * Shows each visitor the own pages only: strangers are asked to log in first, and for members there are no operators' pages,
 * nor members' pages for operators.
 */
public class VisitorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String HOME = "/settings/billing";
    private static final String OPERATORS_HOME = "/operator/prices";
    private static final String OPERATORS_ONLY = "/operator";
    private static final List<String> MEMBERS_ONLY =
            List.of("/settings", "/purchases", "/invoices", "/sign-up/card", "/sign-up/credits");
    private static final Set<String> STRANGERS_ONLY = Set.of("/", "/login", "/sign-up");

    /** Where somebody who has just logged in goes: what was asked for, if it is the visitor's own. */
    static String landing(boolean operator, String wanted) {
        String fallback = operator ? OPERATORS_HOME : HOME;
        String next = Paths.next(wanted, fallback);
        return isForOperators(path(next)) == operator ? next : fallback;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean member = request.getAttribute(BillingAuthentication.MEMBER) != null;
        boolean operator = request.getAttribute(BillingAuthentication.OPERATOR) != null;
        String path = Paths.of(request);
        boolean open = !isForMembers(path) && !isForOperators(path);
        if (STRANGERS_ONLY.contains(path) && (member || operator)) {
            goTo(operator ? OPERATORS_HOME : HOME, request, response);
        } else if (open || member && isForMembers(path) || operator && isForOperators(path)) {
            chain.doFilter(request, response);
        } else if (member || operator) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            goTo("/login?next=" + encode(wanted(request, path)), request, response);
        }
    }

    private static boolean isForMembers(String path) {
        return MEMBERS_ONLY.stream().anyMatch(folder -> Paths.isBelow(path, folder));
    }

    private static boolean isForOperators(String path) {
        return Paths.isBelow(path, OPERATORS_ONLY);
    }

    private static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** What was asked for; a form can't be sent again after the login, so that leads home. */
    private static String wanted(HttpServletRequest request, String path) {
        if (!"GET".equals(request.getMethod())) {
            return isForOperators(path) ? OPERATORS_HOME : HOME;
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
