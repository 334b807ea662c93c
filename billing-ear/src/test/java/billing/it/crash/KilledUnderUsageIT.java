package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Killed without warning while eight services report usage: what was acknowledged is counted, once. */
class KilledUnderUsageIT {

    private static final int KILLS = Integer.getInteger("billing.usage-kills", 10);
    private static final Duration READY_AGAIN = Duration.ofSeconds(Integer.getInteger("billing.ready-seconds", 30));

    @Test
    void what_was_acknowledged_survives_kill_9_of_the_application() throws Exception {
        Random random = new Random(7);
        try (DurablePostgres postgres =
                        DurablePostgres.ofThisRun("killed-usage").start();
                QuickStart app = new QuickStart("killed-usage")
                        .onDatabase(postgres.url("postgres"))
                        .start();
                Reporters reporters = Reporters.start(app.billing())) {
            for (int kill = 0; kill < KILLS; kill++) {
                reporters.awaitMore(20);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                app.kill();
                long start = System.nanoTime();
                app.start();
                Duration away = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(away.compareTo(READY_AGAIN) <= 0, "ready only after " + away);
            }
            reporters.awaitMore(20);
            new WhatWasReported(postgres).isRecordedOnce(reporters, app.billing());
        }
    }
}
