package billing.bench;

import billing.bench.Figure.Round;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A measured figure, as the report shows it. */
record Line(Figure figure, List<Round> rounds, double load, double steal) {

    static final String HEAD = """
            | figure | measured | against | result: median (min..max) | at least | good | verdict | load | steal |
            |---|---|---|---|---|---|---|---|---|
            """;

    String markdown() {
        double result = median(Round::ratio);
        return "| %s | %s | %s | **%s** (%s..%s) | %s | %s | %s | %.1f | %.1f %% |%n"
                .formatted(
                        figure.title(),
                        number(median(Round::measured)) + " " + figure.unit(),
                        figure.yardstick() == null ? "–" : number(median(Round::yardstick)) + " " + figure.unit(),
                        number(result),
                        number(rounds.stream().mapToDouble(Round::ratio).min().orElseThrow()),
                        number(rounds.stream().mapToDouble(Round::ratio).max().orElseThrow()),
                        number(figure.goal().atLeast()),
                        number(figure.goal().good()),
                        figure.goal().verdict(result),
                        load,
                        steal);
    }

    private double median(ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        if (value >= 1000) {
            return "%,.0f".formatted(value);
        }
        return value >= 100 ? "%.0f".formatted(value) : "%.3g".formatted(value);
    }
}
