package billing.web.usage;

import billing.web.api.PlainAnswers;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** An answer that is sent once: when the commit is known, or when it has taken too long, whichever comes first. */
final class PendingAnswer implements AsyncListener {
    private static final System.Logger LOG = System.getLogger(PendingAnswer.class.getName());
    /** Then the database does not answer; the caller sends the same again. */
    private static final long PATIENCE_MILLIS = 4_500;

    /** How an answer is sent. */
    @FunctionalInterface
    private interface Sending {
        void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final AsyncContext context;
    private final PlainAnswers answers;
    private final AtomicBoolean sent = new AtomicBoolean();

    PendingAnswer(AsyncContext context, PlainAnswers answers) {
        this.context = context;
        this.answers = answers;
        context.setTimeout(PATIENCE_MILLIS);
        context.addListener(this);
    }

    void send(String json) {
        once((request, response) -> answers.send(request, response, json));
    }

    void send(Problem problem) {
        once((request, response) -> answers.send(request, response, problem));
    }

    void sendFailure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        once((request, response) -> answers.sendFailure(request, response, cause));
    }

    private void once(Sending sending) {
        if (!sent.compareAndSet(false, true)) {
            return;
        }
        try {
            sending.send((HttpServletRequest) context.getRequest(), (HttpServletResponse) context.getResponse());
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "the caller has gone", gone);
        } finally {
            context.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        send(Problem.of(ProblemCode.UNAVAILABLE));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // sent
    }

    @Override
    public void onError(AsyncEvent event) {
        sendFailure(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody starts it again
    }
}
