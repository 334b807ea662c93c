package billing.domain.usage;

import billing.domain.id.AccountId;
import billing.domain.id.Sha256;
import billing.domain.money.Money;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A usage event with what it costs.
 *
 * @param content tells whether two events with one id say the same: equal for equal values, however they are written
 */
public record RatedEvent(UsageEvent event, Sku sku, Money amount, long content) {
    /** An event at its price. */
    public static RatedEvent of(UsageEvent event, Sku sku, Money amount) {
        return new RatedEvent(event, sku, amount, content(event));
    }

    public AccountId account() {
        return event.account();
    }

    private static long content(UsageEvent event) {
        String text = String.join(
                "\u0000",
                event.sku(),
                event.quantity().stripTrailingZeros().toPlainString(),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, event.occurredAt())),
                said(event.labels().apiKey()),
                said(event.labels().project()),
                said(event.labels().model()),
                said(event.holdId()));
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }

    /** No text can be the one that stands for none. */
    private static String said(@Nullable String label) {
        return label == null ? "\u0001" : label;
    }
}
