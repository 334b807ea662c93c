package billing.web.api;

import jakarta.ws.rs.WebApplicationException;

/**
 * Ends a request with a problem. Never thrown by an EJB, only on the edge. It carries its answer, so that no server's
 * choice of mapper can change it.
 */
public class ProblemException extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), problem.response());
        this.problem = problem;
    }

    /** What is told to the caller. */
    public Problem problem() {
        return problem;
    }
}
