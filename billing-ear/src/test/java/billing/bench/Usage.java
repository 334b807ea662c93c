package billing.bench;

import java.util.List;

/** Usage, as fast as the product takes it. */
final class Usage {

    static final int BATCH = 1_000;

    /** So many senders keep the product busy; more only wait. */
    static final int SENDERS = Integer.getInteger("bench.senders", 16);

    private static final int CALLERS = 64;

    private Usage() {}

    static double batches(Stage stage) {
        double events = rate(stage, "batches", senders(stage, stage.accounts().ids(), 0));
        stage.remember(events / BATCH);
        return events;
    }

    static double withRepeats(Stage stage) {
        return rate(
                stage, "batches, half repeated", senders(stage, stage.accounts().ids(), BATCH / 2));
    }

    static double hotBatches(Stage stage) {
        return rate(stage, "batches on one account", senders(stage, hot(stage), 0));
    }

    static double singles(Stage stage) {
        return rate(stage, "singles", callers(stage, stage.accounts().ids()));
    }

    static double hotSingles(Stage stage) {
        return rate(stage, "singles on one account", callers(stage, hot(stage)));
    }

    /** Senders of batches. */
    static Load senders(Stage stage, List<String> accounts, int repeats) {
        return new Load(
                stage.product().url(),
                SENDERS,
                i -> new UsageClient(stage.product().url(), accounts, BATCH, repeats));
    }

    private static Load callers(Stage stage, List<String> accounts) {
        return new Load(
                stage.product().url(),
                CALLERS,
                i -> new UsageClient(stage.product().url(), accounts, 1));
    }

    private static List<String> hot(Stage stage) {
        return stage.accounts().ids().subList(0, 1);
    }

    private static double rate(Stage stage, String what, Load load) {
        Cpu cpu = Cpu.of(stage);
        Load.Result result = load.asFastAsItGoes(stage.options().seconds());
        stage.say(
                "%s: %,.0f events/s, answered in %.1f ms (median), %.1f ms (99 %%), %d turned away; %s",
                what,
                result.perSecond(),
                result.millisAt(50),
                result.millisAt(99),
                result.refused(),
                cpu.per(result.units()));
        return result.perSecond();
    }
}
