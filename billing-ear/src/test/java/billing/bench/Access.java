package billing.bench;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** The question that a platform asks before each request of its users. */
final class Access {

    private static final int CLIENTS = 8;
    private static final double QUESTIONS_PER_SECOND = 400;

    private Access() {}

    static double checks(Stage stage) {
        return rate(stage, "access", stage.product().url(), questions(stage));
    }

    static double emptyServlet(Stage stage) {
        URI empty = stage.product().empty();
        return rate(stage, "empty servlet", empty, new Request[] {Request.get(empty)});
    }

    private static double rate(Stage stage, String what, URI server, Request[] questions) {
        Cpu cpu = Cpu.of(stage);
        Load.Result answers = new Load(server, CLIENTS, i -> connection -> ask(connection, questions))
                .asFastAsItGoes(stage.options().seconds());
        stage.say(
                "%s: %,.0f answers/s, in %.2f ms (median), %.2f ms (99 %%); %s",
                what, answers.perSecond(), answers.millisAt(50), answers.millisAt(99), cpu.per(answers.units()));
        return answers.perSecond();
    }

    /** In milliseconds, and counted from when the question was due. */
    static double slowestOfAHundred(Stage stage) {
        if (stage.batchesPerSecond() == 0) {
            Usage.batches(stage);
        }
        double half = stage.batchesPerSecond() / 2;
        int seconds = stage.options().seconds();
        Load usage = Usage.senders(stage, stage.accounts().ids(), 0);
        CompletableFuture<Load.Result> beside = CompletableFuture.supplyAsync(() -> usage.at(half, seconds));
        Request[] questions = questions(stage);
        Load.Result answers = new Load(stage.product().url(), CLIENTS, i -> connection -> ask(connection, questions))
                .at(QUESTIONS_PER_SECOND, seconds);
        stage.say(
                "access beside %,.0f events/s: %.0f answers/s, in %.2f ms (median), %.2f ms (99 %%), %.1f ms (99.9 %%)",
                beside.join().perSecond(),
                answers.perSecond(),
                answers.millisAt(50),
                answers.millisAt(99),
                answers.millisAt(99.9));
        return answers.millisAt(99);
    }

    /** In milliseconds, with nothing else asked of the product. */
    static double alone(Stage stage) {
        Request[] questions = questions(stage);
        Load.Result answers = new Load(stage.product().url(), CLIENTS, i -> connection -> ask(connection, questions))
                .at(QUESTIONS_PER_SECOND, stage.options().seconds());
        stage.say("access: %.2f ms (median), %.2f ms (99 %%)", answers.millisAt(50), answers.millisAt(99));
        return answers.millisAt(99);
    }

    private static Request[] questions(Stage stage) {
        return stage.accounts().ids().stream()
                .map(id -> Request.get(
                        stage.product().url().resolve("api/v1/accounts/" + id + "/access"),
                        "Authorization: Bearer sandbox-platform-key"))
                .toArray(Request[]::new);
    }

    private static int ask(Connection connection, Request[] questions) throws IOException {
        Request question = questions[ThreadLocalRandom.current().nextInt(questions.length)];
        int status = connection.send(question.bytes(), question.length());
        if (status != 200) {
            throw new IOException("Answered " + status + ": " + connection.body());
        }
        return 1;
    }
}
