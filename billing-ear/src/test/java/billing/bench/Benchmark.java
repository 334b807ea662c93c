package billing.bench;

import billing.it.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the figures that are asked for and writes {@code target/bench/report.md}.
 *
 * <p>{@code -Dbench.figures=batches,access} chooses lines, {@code -Dbench.seconds=5 -Dbench.rounds=1} makes them quick,
 * {@code -Dbench.server=wildfly} takes the other server; see {@link Options}.
 */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.given();
        try (Stage stage = new Stage(options)) {
            List<Line> lines = new ArrayList<>();
            for (Figure figure : Figures.ALL) {
                if (options.wants(figure.name())) {
                    lines.add(figure.measure(stage));
                }
            }
            write(Report.of(stage, lines));
        }
        // clients of HTTP leave threads behind
        System.exit(0);
    }

    @SuppressWarnings("SystemOut") // a program for the command line
    private static void write(String report) throws IOException {
        Path folder = Files.createDirectories(Path.of(Property.of("bench.report")));
        Files.writeString(folder.resolve("report.md"), report);
        System.out.println("\n" + report);
    }
}
