package billing.ejb.usage;

import billing.ejb.usage.Rejection.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes what came together in one transaction. If the database refuses it for what it says, the halves are tried, so that a
 * poisoned event is found and never stops the others.
 */
final class UsageGroup {
    private static final Logger LOG = System.getLogger(UsageGroup.class.getName());
    private static final int MOST_TRIES = 5;
    /** SQL states that begin so: the data can't be stored. */
    private static final List<String> DATA = List.of("22", "23");
    /** SQL states that begin so: two transactions were in each other's way. */
    private static final String IN_THE_WAY = "40";

    private final UsageSteps steps;
    private final UsageNodes nodes;
    private final Consumer<List<Slot>> rateAgain;

    /** @param rateAgain rates slots by the price list as it is now */
    UsageGroup(UsageSteps steps, UsageNodes nodes, Consumer<List<Slot>> rateAgain) {
        this.steps = steps;
        this.nodes = nodes;
        this.rateAgain = rateAgain;
    }

    /** Decides each slot; fails if some are not decided, and those that are stay so. */
    void write(List<Slot> slots) {
        try {
            writeTogether(slots);
        } catch (RuntimeException failed) {
            slots.forEach(Slot::reopen);
            if (!isPoison(failed)) {
                throw failed;
            }
            writeApart(slots, failed);
        }
    }

    private void writeApart(List<Slot> slots, RuntimeException failed) {
        if (slots.size() > 1) {
            int half = slots.size() / 2;
            write(slots.subList(0, half));
            write(slots.subList(half, slots.size()));
            return;
        }
        LOG.log(Level.WARNING, "BILL-0603 a usage event can't be recorded", failed);
        slots.get(0).reject(Code.NOT_RECORDED, "");
    }

    private void writeTogether(List<Slot> slots) {
        List<Slot> open = slots;
        for (int tries = 1; !isWritten(open, tries); tries++) {
            rateAgain.accept(open);
            open = open.stream().filter(Slot::isOpen).toList();
        }
    }

    /** False if prices have changed since the slots were rated. */
    private boolean isWritten(List<Slot> slots, int tries) {
        try {
            return slots.isEmpty() || steps.record(slots, nodes.alone());
        } catch (RuntimeException failed) {
            if (tries == MOST_TRIES || !isInTheWay(failed)) {
                throw failed;
            }
            slots.forEach(Slot::reopen);
            return false;
        }
    }

    private static boolean isPoison(Throwable failed) {
        boolean outOfRange = causes(failed).anyMatch(ArithmeticException.class::isInstance);
        return outOfRange
                || sqlState(failed)
                        .filter(state -> DATA.contains(state.substring(0, 2)))
                        .isPresent();
    }

    private static boolean isInTheWay(Throwable failed) {
        return sqlState(failed).filter(state -> state.startsWith(IN_THE_WAY)).isPresent();
    }

    private static Optional<String> sqlState(Throwable failed) {
        return causes(failed)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null && state.length() > 1)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause);
    }
}
