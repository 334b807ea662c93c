package billing.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The page for everything that went wrong. */
@Named("failure")
@RequestScoped
public class ErrorBacking {
    private int status;

    @Inject
    private HttpServletRequest request;

    @PostConstruct
    void read() {
        status = request.getAttribute(FailureServlet.STATUS) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
    }

    /** The answer keeps the status of what went wrong. */
    public void answer() {
        Answers.status(status);
    }

    /** The texts that fit best: the status' own, or those of its hundred. */
    public String getKey() {
        if (Messages.has("error." + status + ".title")) {
            return "error." + status;
        }
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "error.400" : "error.500";
    }

    public int getStatus() {
        return status;
    }
}
