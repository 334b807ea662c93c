package billing.web.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Serves the description of the API, which a test holds against the resources. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
    static final String DOCUMENT = "openapi.yaml";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream document = OpenApiServlet.class.getResourceAsStream(DOCUMENT)) {
            Objects.requireNonNull(document, DOCUMENT).transferTo(response.getOutputStream());
        }
    }
}
