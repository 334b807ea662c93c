package billing.domain.usage;

import billing.domain.id.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account used, as the platform reports it.
 *
 * @param id the platform's own; it counts once per account, whatever its time
 * @param sku the code of what was used
 * @param quantity in the SKU's unit, zero or more
 * @param occurredAt when it was used, which decides the price and the day
 * @param holdId the hold that it is paid from, null if there is none
 */
public record UsageEvent(
        String id,
        AccountId account,
        String sku,
        BigDecimal quantity,
        Instant occurredAt,
        Labels labels,
        @Nullable String holdId) {
    private static final String OF_HOLDS = "hold:";

    /** The id under which a hold's own charge is recorded, once for each end that the hold comes to. */
    public static String ofHold(String holdId, String end) {
        return OF_HOLDS + holdId + ":" + end;
    }

    /** Whether an id is kept for the charges of holds, so that no platform's event can stand in their place. */
    public static boolean isReserved(String id) {
        return id.startsWith(OF_HOLDS);
    }
}
