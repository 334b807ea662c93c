package billing.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those requests through to the pages that a person could have sent from one of them.
 *
 * <p>A request that changes something needs the token of its session. Faces' own view state is no proof of anything: it
 * would run an action that comes by GET, and it takes a literal {@code stateless} for an answer.
 */
public class ForgeryFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    /** No page of ours posts by script; Faces would answer such a post with 200 whatever went wrong. */
    private static final String AJAX = "jakarta.faces.partial.ajax";

    /** The key of a view that the server keeps: the only form that this installation hands out. */
    private static final Pattern KEPT_VIEW = Pattern.compile("-?\\d{1,20}:-?\\d{1,20}");

    private static final int LONGEST_FORM = 64 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int refusal = Paths.isApi(request) ? 0 : refusal(request);
        if (refusal == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.sendError(refusal);
    }

    private static int refusal(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return request.getParameter(VIEW_STATE) == null ? 0 : HttpServletResponse.SC_BAD_REQUEST;
        }
        return "POST".equals(request.getMethod()) ? formRefusal(request) : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }

    private static int formRefusal(HttpServletRequest request) {
        if (request.getContentLengthLong() < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        if (request.getContentLengthLong() > LONGEST_FORM) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (isFromElsewhere(request) || !PageSession.isToken(request, request.getParameter(PageSession.TOKEN_FIELD))) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        if (request.getParameter(AJAX) != null) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        return isKeptView(request.getParameterValues(VIEW_STATE)) ? 0 : HttpServletResponse.SC_BAD_REQUEST;
    }

    /** What a browser tells of its own accord, where it tells it. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean isKeptView(String @Nullable [] states) {
        return states == null
                || states.length == 1 && KEPT_VIEW.matcher(states[0]).matches();
    }
}
