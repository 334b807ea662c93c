package billing.web.usage;

import billing.domain.account.Caller;
import billing.ejb.usage.UsageBusyException;
import billing.ejb.usage.UsageReceipt;
import billing.ejb.usage.UsageService;
import billing.web.api.Bodies;
import billing.web.api.HotCallers;
import billing.web.api.HotPaths;
import billing.web.api.Json;
import billing.web.api.PlainAnswers;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import billing.web.api.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /usage-events}: what was used. No thread waits for the commit, and the call does not pass through JAX-RS: it is
 * the most frequent one there is.
 */
@WebServlet(urlPatterns = HotPaths.USAGE, asyncSupported = true)
public class UsageEventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** A thousand events with long labels in a script of four bytes a letter. */
    private static final int MAX_BYTES = 4 << 20;

    @Inject
    private transient UsageService usage;

    @Inject
    private transient PlainAnswers answers;

    @Inject
    private transient Desk desk;

    @Inject
    private transient HotCallers callers;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            refuseStrangers(request);
            refuseOtherCalls(request, response);
            BatchReading batch = BatchReading.of(Bodies.read(request.getInputStream(), MAX_BYTES));
            PendingAnswer answer = new PendingAnswer(request.startAsync(), answers);
            record(batch, answer);
        } catch (ProblemException refused) {
            answers.send(request, response, refused.problem());
        } catch (RuntimeException failure) {
            answers.sendFailure(request, response, failure);
        }
    }

    private void refuseStrangers(HttpServletRequest request) {
        Caller caller = HotCallers.bearer(request)
                .flatMap(callers::lately)
                .orElseThrow(() -> Problem.of(ProblemCode.UNAUTHORIZED).asException());
        if (!caller.isPlatform()) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
    }

    private static void refuseOtherCalls(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            throw Problem.of(ProblemCode.METHOD_NOT_ALLOWED).asException();
        }
        if (!PlainAnswers.takesJson(request)) {
            throw Problem.of(ProblemCode.NOT_ACCEPTABLE).asException();
        }
        if (!PlainAnswers.isJson(request)) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE).asException();
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw Problem.of(ProblemCode.BODY_TOO_LARGE).asException();
        }
    }

    private void record(BatchReading batch, PendingAnswer answer) {
        try {
            usage.record(batch.events())
                    .whenCompleteAsync((receipt, failure) -> answer(batch, receipt, failure, answer), executor);
        } catch (UsageBusyException busy) {
            answer.send(Problem.of(ProblemCode.TOO_MANY_EVENTS));
        } catch (RuntimeException failure) {
            answer.sendFailure(failure);
        }
    }

    private void answer(
            BatchReading batch, @Nullable UsageReceipt receipt, @Nullable Throwable failure, PendingAnswer answer) {
        if (receipt == null) {
            answer.sendFailure(failure == null ? new IllegalStateException() : failure);
            return;
        }
        List<Refusal> refused = Stream.concat(
                        batch.refused().stream(), receipt.rejected().stream().map(Refusal::of))
                .toList();
        answer.send(json(receipt, refused));
        desk.keep(refused);
    }

    private static String json(UsageReceipt receipt, List<Refusal> refused) {
        JsonArrayBuilder conflicts = Json.createArrayBuilder();
        receipt.conflicts().forEach(conflicts::add);
        JsonArrayBuilder rejected = Json.createArrayBuilder();
        refused.stream().map(Refusal::json).forEach(rejected::add);
        return Json.createObjectBuilder()
                .add("accepted", receipt.accepted())
                .add("duplicates", receipt.duplicates())
                .add("conflicts", conflicts)
                .add("rejected", rejected)
                .build()
                .toString();
    }
}
