package billing.web.api;

import jakarta.transaction.SystemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * The end of everything that nobody expected. The caller gets a number to quote, the log has the rest under it. A
 * database that is away is told as such, because then repeating helps.
 */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());
    private static final int MAX_CAUSES = 20;
    /** Connection lost, resources exhausted, operator's intervention, system error (SQL:2016; PostgreSQL, appendix A). */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

    /** Too long in a queue, or chosen as the victim: the same request finds another moment (H2, PostgreSQL). */
    private static final Set<String> IN_THE_WAY = Set.of("HYT00", "55P03", "40001", "40P01");

    @Override
    public Response toResponse(Throwable error) {
        return answer(error);
    }

    static Response answer(Throwable error) {
        return problem(error).response();
    }

    /** The refusal, whose number the log has, too. */
    static Problem problem(Throwable error) {
        String incident = UUID.randomUUID().toString();
        ProblemCode code = isOutage(error) ? ProblemCode.UNAVAILABLE : ProblemCode.INTERNAL;
        LOG.log(Level.ERROR, "BILL-0500 " + code + " incident " + incident, error);
        return Problem.of(code).withDetail(Texts.text("problem." + code + ".incident", incident));
    }

    private static boolean isOutage(Throwable error) {
        return Stream.<@Nullable Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(UnexpectedErrorMapper::isOutageItself);
    }

    /** A commit that nobody knows the end of is told by the transactions, in exceptions that say little more. */
    private static boolean isOutageItself(@Nullable Throwable error) {
        return error instanceof XAException
                || error instanceof SystemException
                || (error instanceof SQLException sql && isOutage(sql.getSQLState()));
    }

    /** A database gives each of its errors a state; one without comes from a pool that has no connection to give. */
    private static boolean isOutage(@Nullable String state) {
        return state == null
                || IN_THE_WAY.contains(state)
                || state.length() >= 2 && OUTAGES.contains(state.substring(0, 2));
    }
}
