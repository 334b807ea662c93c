package billing.domain.money;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Money as its nanos. */
@Converter(autoApply = true)
public class MoneyConverter implements AttributeConverter<Money, Long> {
    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Money money) {
        return money == null ? null : money.nanos();
    }

    @Override
    public @Nullable Money convertToEntityAttribute(@Nullable Long nanos) {
        return nanos == null ? null : Money.ofNanos(nanos);
    }
}
