package billing.ejb.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says whether requests can be served now. Whoever asks gets an answer within a second: the database is asked on
 * another thread, and while that question hangs nobody asks a second one, so a dead database never collects threads.
 */
@ApplicationScoped
public class ReadinessService {

    private static final int ANSWER_WITHIN_MILLIS = 900;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Database database;

    private @Nullable Future<Boolean> question;

    /** True when the database answered in time. */
    public boolean ready() {
        try {
            return ask().get(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException notNow) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Future<Boolean> ask() {
        if (question == null || question.isDone()) {
            question = executor.submit(this::databaseAnswers);
        }
        return question;
    }

    private boolean databaseAnswers() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            return connection.isValid(1);
        }
    }
}
