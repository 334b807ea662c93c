package billing.web.api;

import billing.domain.money.MoneyRangeException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * The end of everything that nobody expected. The caller gets a number to quote, the log has the rest under it. A
 * database that is away is told as such, because then repeating helps, and so is a sum that can't be kept, because then it
 * never does.
 */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());
    private static final int MAX_CAUSES = 20;
    /** Connection lost, resources exhausted, operator's intervention, system error (SQL:2016; PostgreSQL, appendix A). */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

    /** Too long in a queue, or chosen as the victim: the same request finds another moment (H2, PostgreSQL). */
    private static final Set<String> IN_THE_WAY = Set.of("HYT00", "55P03", "40001", "40P01");

    /** A number that its column does not take (SQL:2016). */
    private static final String OUT_OF_RANGE = "22003";

    @Override
    public Response toResponse(Throwable error) {
        return answer(error);
    }

    static Response answer(Throwable error) {
        return problem(error).response();
    }

    /** The refusal, whose number the log has, too. */
    static Problem problem(Throwable error) {
        if (isAny(error, UnexpectedErrorMapper::isOutOfRange)) {
            LOG.log(Level.WARNING, "BILL-0103 an amount is out of range", error);
            return Problem.of(ProblemCode.AMOUNT_OUT_OF_RANGE);
        }
        String incident = UUID.randomUUID().toString();
        ProblemCode code =
                isAny(error, UnexpectedErrorMapper::isOutageItself) ? ProblemCode.UNAVAILABLE : ProblemCode.INTERNAL;
        LOG.log(Level.ERROR, "BILL-0500 " + code + " incident " + incident, error);
        return Problem.of(code).withDetail(Texts.text("problem." + code + ".incident", incident));
    }

    private static boolean isAny(Throwable error, Predicate<@Nullable Throwable> kind) {
        return Stream.<@Nullable Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(kind);
    }

    /** Found by our own arithmetic, or by the database's. */
    private static boolean isOutOfRange(@Nullable Throwable error) {
        return error instanceof MoneyRangeException
                || (error instanceof SQLException sql && OUT_OF_RANGE.equals(sql.getSQLState()));
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
