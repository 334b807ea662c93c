package billing.ejb.usage;

import billing.domain.id.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which usage of an account is summed up, and by what. Days are days of UTC.
 *
 * @param from the first moment of occurrence, null for the account's beginning
 * @param to the moment after the last, null for no end
 * @param groups in the order of their columns; none for one row with everything
 * @param limit rows at most
 */
public record UsageQuery(
        AccountId account, @Nullable Instant from, @Nullable Instant to, Set<UsageDimension> groups, int limit) {

    /** Whether the days that are rolled up can answer it: they are whole, and know one label at a time. */
    boolean isOfDays() {
        return isMidnight(from) && isMidnight(to) && labels().size() <= 1;
    }

    private static boolean isMidnight(@Nullable Instant time) {
        return time == null || time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }

    /** The labels among the groups. */
    List<UsageDimension> labels() {
        return groups.stream().filter(UsageDimension::isLabel).toList();
    }

    /** The events that it is made of. */
    UsageEventQuery events() {
        return new UsageEventQuery(account, from, to, null, Map.of(), null, limit);
    }
}
