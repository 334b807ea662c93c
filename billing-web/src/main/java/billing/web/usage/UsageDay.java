package billing.web.usage;

import billing.domain.money.Money;
import billing.web.page.PageDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of the table.
 *
 * @param amounts one for each of the table's products, null where there was no usage of it
 */
public record UsageDay(LocalDate day, List<@Nullable Money> amounts, Money total) {
    public Instant start() {
        return PageDay.start(day);
    }
}
