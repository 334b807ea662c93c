package billing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the product's process keeps while it works: megabytes that are left after a collection. */
final class Heap {

    private static final Pattern USED = Pattern.compile("(?m)^ (?!Metaspace)\\S.*total.* used (\\d+)K");
    private static final long PER_MINUTE = TimeUnit.MINUTES.toSeconds(1);

    private Heap() {}

    static double afterAMinute(Stage stage) {
        load(stage, PER_MINUTE);
        return used(stage);
    }

    static double atTheEnd(Stage stage) {
        load(stage, (stage.options().minutes() - 1) * PER_MINUTE);
        return used(stage);
    }

    private static void load(Stage stage, long seconds) {
        Load.Result result = Usage.senders(stage, stage.accounts().ids(), 0).asFastAsItGoes(seconds);
        stage.say("full load for %d s: %,.0f events/s", seconds, result.perSecond());
    }

    private static double used(Stage stage) {
        jcmd(stage, "GC.run");
        Matcher used = USED.matcher(jcmd(stage, "GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024.0;
    }

    private static String jcmd(Stage stage, String command) {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(List.of(
                            program.toString(), String.valueOf(stage.product().pid()), command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
