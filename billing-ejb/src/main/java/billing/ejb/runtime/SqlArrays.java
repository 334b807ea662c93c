package billing.ejb.runtime;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Columns of many rows, to be sent as arrays. */
public final class SqlArrays {
    /**
     * One column.
     *
     * @param type the database's name of the elements' type
     */
    record Column(String type, @Nullable Object[] values) {}

    private SqlArrays() {}

    public static <T> Object numbers(Collection<T> rows, ToLongFunction<T> column) {
        return new Column("bigint", rows.stream().mapToLong(column).boxed().toArray(Long[]::new));
    }

    public static <T> Object texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return new Column("varchar", rows.stream().map(column).toArray(String[]::new));
    }

    public static <T> Object decimals(Collection<T> rows, Function<T, BigDecimal> column) {
        return new Column("numeric", rows.stream().map(column).toArray(BigDecimal[]::new));
    }

    /** Microseconds since 1970: exact, where a time as text would be read in somebody's time zone. */
    public static <T> Object times(Collection<T> rows, Function<T, Instant> column) {
        return numbers(rows, row -> ChronoUnit.MICROS.between(Instant.EPOCH, column.apply(row)));
    }
}
