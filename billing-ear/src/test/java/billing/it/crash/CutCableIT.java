package billing.it.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The network to the database fails in its three ways: told, untold, and after the commit has arrived. */
class CutCableIT {

    private static final int CUTS = Integer.getInteger("billing.cuts", 300);
    private static final int DARK_SECONDS = Integer.getInteger("billing.dark-seconds", 30);
    private static final Duration FAILS_WITHIN = Duration.ofSeconds(5);
    /** A request that was due just then may wait for a breath more than the application needs to give up. */
    private static final Duration BREATH = Duration.ofMillis(500);

    /** A COMMIT that the driver has prepared goes over the cable as a number, which nobody could wait for. */
    private static final String COMMITS_IN_WORDS = "?prepareThreshold=0";

    private final Random random = new Random(7);

    @Test
    void a_cut_network_loses_nothing_and_blocks_nobody() throws Exception {
        try (DurablePostgres postgres = DurablePostgres.ofThisRun("cut-cable").start();
                Cable cable = new Cable(postgres.port());
                QuickStart app = new QuickStart("cut-cable")
                        .onDatabase(cable.url("postgres") + COMMITS_IN_WORDS)
                        .start();
                Reporters reporters = Reporters.start(app.billing())) {
            reporters.awaitMore(50);
            for (int cut = 0; cut < CUTS; cut++) {
                cut(cable, cut);
                reporters.awaitMore(1 + random.nextInt(5));
            }
            goDark(cable);
            Duration away = reporters.awaitMore(1);
            assertTrue(away.compareTo(FAILS_WITHIN) <= 0, "serves only after " + away);
            new WhatWasReported(postgres).isRecordedOnce(reporters, app.billing());
            assertTrue(
                    Set.of(503, 429).containsAll(reporters.refusals()),
                    reporters.refusals().toString());
            assertTrue(reporters.slowest().compareTo(FAILS_WITHIN.plus(BREATH)) <= 0, "waited " + reporters.slowest());
            nobodyWaitsForTheDatabase(app.pid());
        }
    }

    private static void cut(Cable cable, int cut) throws InterruptedException {
        if (cut % 2 == 0) {
            cable.reset();
            return;
        }
        cable.cutAfterCommit();
        while (cable.isWaitingForCommit()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void goDark(Cable cable) throws InterruptedException {
        cable.swallow();
        TimeUnit.SECONDS.sleep(DARK_SECONDS);
        cable.restore();
    }

    /** Once nobody reports any more. */
    private static void nobodyWaitsForTheDatabase(long pid) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + FAILS_WITHIN.toNanos();
        String threads = threads(pid);
        while (threads.contains("at org.postgresql.") && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            threads = threads(pid);
        }
        assertTrue(!threads.contains("at org.postgresql."), threads);
    }

    private static String threads(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "Thread.print").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
