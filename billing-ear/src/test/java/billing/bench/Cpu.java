package billing.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processor time, which says what something costs even where others compete for the processors. */
final class Cpu {

    private static final long TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private final Stage stage;
    private final double product;
    private final double database;

    private Cpu(Stage stage) {
        this.stage = stage;
        product = seconds(ProcessHandle.of(stage.product().pid()).orElseThrow());
        database = database(stage);
    }

    /** Begins to count. */
    static Cpu of(Stage stage) {
        return new Cpu(stage);
    }

    /** What each of so many units has cost since. */
    String per(long units) {
        Cpu now = new Cpu(stage);
        return "%.0f µs of the product and %.0f µs of the database each"
                .formatted(1e6 * (now.product - product) / units, 1e6 * (now.database - database) / units);
    }

    private static double database(Stage stage) {
        return ProcessHandle.of(stage.postgres().pid())
                .map(postmaster ->
                        postmaster.children().mapToDouble(Cpu::seconds).sum())
                .orElse(0.0);
    }

    private static double seconds(ProcessHandle process) {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.UTF_8);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM])) / TICKS_PER_SECOND;
        } catch (IOException noSuchSystem) {
            return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
        }
    }
}
