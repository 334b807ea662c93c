package billing.web.page;

import billing.web.api.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the container brings everything that went wrong: a page for people, a problem document (RFC 9457) for programs,
 * and for neither a word about how we are built.
 */
@WebServlet("/failure")
public class FailureServlet extends HttpServlet {
    /** The request attribute with the status that the page explains. */
    static final String STATUS = "billing.status";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int status = status(request);
        response.setStatus(status);
        if (isApi(request)) {
            problem(response, status);
            return;
        }
        request.setAttribute(STATUS, status);
        request.getRequestDispatcher("/error").forward(new Bare(request), response);
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    }

    private static boolean isApi(HttpServletRequest request) {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null && failed.startsWith(request.getContextPath() + "/api/");
    }

    private static void problem(HttpServletResponse response, int status) throws IOException {
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(Problem.ofStatus(status).json());
    }

    /** The failed request as the error page may see it: a plain GET, so that Faces doesn't take it for its own form. */
    private static final class Bare extends HttpServletRequestWrapper {
        Bare(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
