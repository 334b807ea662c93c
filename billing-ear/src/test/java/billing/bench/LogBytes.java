package billing.bench;

import java.util.Map;

/** What the database writes to its log for an event: the same number of events on both sides, after a checkpoint. */
final class LogBytes {

    private static final int BATCHES = 400;

    private LogBytes() {}

    static double ofProduct(Stage stage) {
        stage.store();
        Load senders = Usage.senders(stage, stage.accounts().ids(), 0);
        long before = stage.postgres().logged();
        long events = senders.exactly(BATCHES / Usage.SENDERS).units();
        return (stage.postgres().logged() - before) / (double) events;
    }

    static double ofRaw(Stage stage, int owners, Map<String, Integer> variables) {
        stage.store();
        long before = stage.postgres().logged();
        stage.raw().run("c5_rollup_owned_timekeys", owners, BATCHES / owners, variables);
        return (stage.postgres().logged() - before) / (double) (BATCHES * Usage.BATCH);
    }
}
