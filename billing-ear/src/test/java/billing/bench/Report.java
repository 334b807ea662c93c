package billing.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The page that a run leaves behind. */
final class Report {

    private Report() {}

    static String of(Stage stage, List<Line> lines) {
        StringBuilder text = new StringBuilder("""
                # Benchmark

                %s, %s. Product: %s. Raw database: %s, by %s. PostgreSQL: %s. %d rounds of %d s a side, in turns.

                """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        Machine.name(),
                        stage.product().name(),
                        "the scripts in src/test/resources/bench/sql",
                        stage.raw().runner(),
                        Postgres.settings(),
                        stage.options().rounds(),
                        stage.options().seconds()));
        text.append(Line.HEAD);
        lines.forEach(line -> text.append(line.markdown()));
        text.append("\n```\n");
        stage.said().forEach(line -> text.append(line).append('\n'));
        return text.append("```\n").toString();
    }
}
