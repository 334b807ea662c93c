package billing.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers of the calls that are too frequent to pass through JAX-RS: the same headers, problems and counts as those of all
 * other calls.
 */
@ApplicationScoped
public class PlainAnswers {
    private static final String JSON = "application/json";

    @Inject
    RequestCounts counts;

    /** Whether a call with a body says that it is JSON, or says nothing. */
    public static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.split(";", 2)[0].strip().equalsIgnoreCase(JSON);
    }

    /** Whether the caller takes JSON for an answer. */
    public static boolean takesJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept == null || accept.contains("*/*") || accept.contains("application/*") || accept.contains(JSON);
    }

    /** Sends a JSON document with status 200. */
    public void send(HttpServletRequest request, HttpServletResponse response, String json) throws IOException {
        send(request, response, HttpServletResponse.SC_OK, JSON, json);
    }

    /** Sends a refusal. */
    public void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        problem.headers().forEach(response::setHeader);
        send(
                request,
                response,
                problem.status(),
                Problem.MEDIA_TYPE.toString(),
                problem.json().toString());
    }

    /** Sends what nobody expected; the log has the rest. */
    public void sendFailure(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        send(request, response, UnexpectedErrorMapper.problem(failure));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        counts.count(request.getMethod(), status);
    }
}
