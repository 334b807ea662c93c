package billing.ejb.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that is put together, with the values of its parameters in their order. */
public final class SqlText {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a part, with the values of its parameters. */
    public SqlText add(String part, @Nullable Object... its) {
        text.append(part);
        values.addAll(Arrays.asList(its));
        return this;
    }

    /** Adds a condition that only binds if there is a value for it. */
    public SqlText addIf(String part, @Nullable Object value) {
        return value == null ? this : add(part, value);
    }

    public @Nullable Object[] values() {
        return values.toArray();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
