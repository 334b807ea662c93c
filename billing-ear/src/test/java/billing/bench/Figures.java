package billing.bench;

import java.util.List;
import java.util.Map;

/** The lines of the report. */
final class Figures {

    private static final String EVENTS = "events/s";
    private static final int BATCH = 1_000;
    /** Where each raw client has a slice of the accounts of its own. */
    private static final int OWNERS = 4;

    private static final Map<String, Integer> SLICES = Map.of("per", Stage.ACCOUNTS / OWNERS, "n", BATCH);
    private static final Map<String, Integer> HOT_BATCH = Map.of("lo", 1, "hi", 1, "n", BATCH);
    private static final Map<String, Integer> HOT = Map.of("lo", 1, "hi", 1);

    /** In the order in which they are measured: what fills the tables comes last. */
    static final List<Figure> ALL = List.of(
            Figure.of(
                    "batches",
                    "batches of 1,000 over 1,000 accounts ÷ raw with owned slices (c4)",
                    EVENTS,
                    Goal.atLeast(0.35, 0.6),
                    Usage::batches,
                    stage -> BATCH * raw(stage, "c4_rollup_owned", OWNERS, SLICES)),
            Figure.of(
                    "hot-batches",
                    "batches of 1,000 on one account ÷ raw (c2)",
                    EVENTS,
                    Goal.atLeast(0.6, 0.9),
                    Usage::hotBatches,
                    stage -> BATCH * raw(stage, "c2_rollup", OWNERS, HOT_BATCH)),
            Figure.of(
                    "singles",
                    "single events on one account, 64 clients ÷ raw one-statement transactions (a2), 32 clients",
                    EVENTS,
                    Goal.atLeast(2, 5),
                    Usage::hotSingles,
                    stage -> raw(stage, "a2_onestmt", 32, HOT)),
            Figure.of(
                    "hot-penalty",
                    "single events on one account ÷ over 1,000 accounts",
                    EVENTS,
                    Goal.atLeast(0.9, 1.2),
                    Usage::hotSingles,
                    Usage::singles),
            Figure.of(
                    "access",
                    "access check, 8 clients ÷ an empty servlet",
                    "answers/s",
                    Goal.atLeast(0.5, 0.8),
                    Access::checks,
                    Access::emptyServlet),
            new Figure(
                    "access-p99",
                    "access check, 99th percentile while usage runs at half speed",
                    "ms",
                    Goal.atMost(10, 3),
                    Access::slowestOfAHundred,
                    null,
                    null),
            Figure.of(
                    "repeats",
                    "half of the events are repeats ÷ none is",
                    EVENTS,
                    Goal.atLeast(0.8, 1),
                    Usage::withRepeats,
                    Usage::batches),
            Figure.of(
                    "month",
                    "month end with three lines each, closed, written and numbered ÷ SQL alone in chunks of 1,000",
                    "accounts/s",
                    Goal.atLeast(0.5, 0.8),
                    MonthEnds::product,
                    MonthEnds::raw),
            Figure.of(
                    "month-flat",
                    "month end, time per account: all ÷ 1,000",
                    "ms",
                    Goal.atMost(1.2, 1),
                    MonthEnds::perAccount,
                    MonthEnds::perAccountOfAThousand),
            Figure.of(
                    "month-access",
                    "access check, 99th percentile during a month end ÷ without",
                    "ms",
                    Goal.atMost(2, 1.5),
                    MonthEnds::accessMeanwhile,
                    Access::alone),
            Figure.of(
                    "pages",
                    "balance and activity page, long ledger ÷ 100 lines",
                    "ms",
                    Goal.atMost(1.2, 1.05),
                    stage -> stage.ledgers().visitLong(),
                    stage -> stage.ledgers().visitShort()),
            Figure.of(
                    "log",
                    "log per accepted event with many stored ÷ raw with time keys (c5)",
                    "bytes",
                    Goal.atMost(1.5, 1.1),
                    LogBytes::ofProduct,
                    stage -> LogBytes.ofRaw(stage, OWNERS, SLICES)),
            new Figure(
                    "heap",
                    "heap in use at the end of full load ÷ after its first minute",
                    "MB",
                    Goal.atMost(1.1, 1),
                    Heap::atTheEnd,
                    Heap::afterAMinute,
                    1));

    private Figures() {}

    private static double raw(Stage stage, String script, int clients, Map<String, Integer> variables) {
        return stage.raw().perSecond(script, clients, stage.options().seconds(), variables);
    }
}
