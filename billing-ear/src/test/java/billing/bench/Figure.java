package billing.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the report: what is measured, what it is divided by, and what it should come to.
 *
 * @param name by which {@code -Dbench.figures} chooses it
 * @param unit of both sides
 * @param yardstick null where the goal is no ratio
 * @param rounds null for the usual number
 */
record Figure(
        String name,
        String title,
        String unit,
        Goal goal,
        Side measured,
        @Nullable Side yardstick,
        @Nullable Integer rounds) {

    /** One side of a round. */
    @FunctionalInterface
    interface Side {
        double measure(Stage stage);
    }

    /** What one round gave. */
    record Round(double measured, double yardstick) {
        double ratio() {
            return measured / yardstick;
        }
    }

    static Figure of(String name, String title, String unit, Goal goal, Side measured, Side yardstick) {
        return new Figure(name, title, unit, goal, measured, yardstick, null);
    }

    /** The sides take turns, so that what else the machine does hits both. */
    Line measure(Stage stage) {
        int count = rounds == null ? stage.options().rounds() : rounds;
        Machine machine = new Machine();
        List<Round> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            stage.postgres().checkpoint();
            double base = yardstick == null ? 1 : yardstick.measure(stage);
            stage.postgres().checkpoint();
            Round round = new Round(measured.measure(stage), base);
            stage.say("%s, round %d: %.4g / %.4g %s = %.3g", name, i, round.measured(), base, unit, round.ratio());
            all.add(round);
        }
        return new Line(this, List.copyOf(all), Machine.loadAverage(), machine.steal());
    }
}
