package billing.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A PDF as an answer: a file to keep, never a page of ours. */
public final class Pdf {
    public static final String TYPE = "application/pdf";

    private Pdf() {}

    /** What the browser is to call the file. */
    public static String disposition(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    /** Answers a request for a page with a file. */
    public static void send(byte[] pdf, String name, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setContentLength(pdf.length);
        response.setHeader("Content-Disposition", disposition(name));
        response.getOutputStream().write(pdf);
    }
}
