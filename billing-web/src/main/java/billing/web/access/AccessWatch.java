package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.ejb.access.AccessAnswer;
import billing.ejb.access.AccessQuestion;
import billing.ejb.access.AccessReadService;
import billing.web.api.PlainAnswers;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Callers who wait until access changes. They hold no thread: four times a second one read looks at all accounts that are
 * waited for, so what another node has committed is seen as soon as what this one has.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccessWatch {
    private static final Logger LOG = System.getLogger(AccessWatch.class.getName());
    private static final int PULSE_MILLIS = 250;
    /** More don't wait: they are told what they know already, and ask again. */
    private static final int MOST_WAITING = 20_000;
    /** The container's own patience: longer, it is only for the case that nobody comes to answer. */
    private static final int GRACE_MILLIS = 10_000;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    AccessReadService access;

    @Inject
    AccessText text;

    @Inject
    PlainAnswers answers;

    private final Set<Waiting> all = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** One who waits: what it asked, what it was to be told, and until when it waits. */
    private record Waiting(AccessQuestion question, AccessDecision known, long until, AsyncContext context) {
        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }

    /** Whether so many wait that nobody else can. */
    boolean isFull() {
        return all.size() >= MOST_WAITING;
    }

    /** Answers when the decision is another one than this, or when the seconds are over. */
    void add(AccessQuestion question, AccessDecision known, int seconds, HttpServletRequest request) {
        AsyncContext context = request.startAsync();
        context.setTimeout(TimeUnit.SECONDS.toMillis(seconds) + GRACE_MILLIS);
        all.add(new Waiting(question, known, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds), context));
        look();
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.schedule(this::pulse, PULSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            looking.set(false);
            LOG.log(Level.DEBUG, "the server stops; its callers ask another node", stopping);
        }
    }

    private void pulse() {
        try {
            answer(List.copyOf(all));
        } finally {
            looking.set(false);
            if (!all.isEmpty()) {
                look();
            }
        }
    }

    private void answer(List<Waiting> waiting) {
        try {
            Map<AccessQuestion, AccessAnswer> now =
                    access.ask(waiting.stream().map(Waiting::question).collect(Collectors.toSet()));
            waiting.forEach(one -> answer(one, now.get(one.question())));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "BILL-0704 those who wait for access could not be looked after", failure);
            waiting.stream().filter(Waiting::isOver).forEach(one -> send(one, Problem.of(ProblemCode.UNAVAILABLE)));
        }
    }

    private void answer(Waiting one, @Nullable AccessAnswer answer) {
        AccessDecision decision = answer == null || answer.isKeyRevoked() ? null : answer.decision();
        if (decision == null) {
            send(one, Problem.of(ProblemCode.UNAUTHORIZED));
        } else if (one.isOver() || !decision.equals(one.known())) {
            send(one, text.of(decision));
        }
    }

    private void send(Waiting one, String json) {
        finish(one, (request, response) -> answers.send(request, response, json));
    }

    private void send(Waiting one, Problem problem) {
        finish(one, (request, response) -> answers.send(request, response, problem));
    }

    /** How an answer is sent. */
    @FunctionalInterface
    private interface Sending {
        void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** A caller that has gone must not keep the others from their answers. */
    private void finish(Waiting one, Sending sending) {
        all.remove(one);
        try {
            sendAndComplete(one.context(), sending);
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "who waited for access has gone", gone);
        }
    }

    private static void sendAndComplete(AsyncContext context, Sending sending) throws IOException {
        try {
            sending.send((HttpServletRequest) context.getRequest(), (HttpServletResponse) context.getResponse());
        } finally {
            context.complete();
        }
    }
}
