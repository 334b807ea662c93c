package billing.ejb.usage;

import billing.domain.money.Money;
import billing.domain.usage.Price;
import billing.domain.usage.PriceList;
import billing.domain.usage.RatedEvent;
import billing.domain.usage.Sku;
import billing.domain.usage.UsageEvent;
import billing.ejb.usage.Rejection.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what events cost by one price list at one time, or why they can't be taken. */
final class Rater {
    /** How far back events are taken. */
    static final Duration WINDOW = Duration.ofDays(35);
    /** How far a platform's clock may be ahead of ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** No single event costs more; what does is a mistake. */
    static final Money MOST = Money.of("10000000.00");

    private final PriceList prices;
    private final Instant oldest;
    private final Instant newest;

    Rater(PriceList prices, Instant now) {
        this.prices = prices;
        this.oldest = now.minus(WINDOW);
        this.newest = now.plus(TOLERANCE);
    }

    void rate(Slot slot) {
        UsageEvent event = slot.event();
        if (event.occurredAt().isBefore(oldest)) {
            slot.reject(Code.TOO_OLD, oldest.toString());
        } else if (event.occurredAt().isAfter(newest)) {
            slot.reject(Code.IN_THE_FUTURE, newest.toString());
        } else {
            price(slot, event);
        }
    }

    private void price(Slot slot, UsageEvent event) {
        Optional<Price> price = prices.priceAt(event.sku(), event.occurredAt());
        if (price.isEmpty()) {
            boolean known = prices.sku(event.sku()).isPresent();
            slot.reject(known ? Code.PRICE_NOT_EFFECTIVE : Code.UNKNOWN_SKU, event.sku());
            return;
        }
        Sku sku = price.get().sku();
        if (!sku.fractional() && event.quantity().stripTrailingZeros().scale() > 0) {
            slot.reject(Code.FRACTIONAL_QUANTITY, sku.unit());
            return;
        }
        rate(slot, price.get());
    }

    private void rate(Slot slot, Price price) {
        try {
            Money amount = Money.priced(price.unitPrice(), slot.event().quantity());
            if (!amount.isMoreThan(MOST)) {
                slot.rate(RatedEvent.of(slot.event(), price.sku(), amount), prices.version());
                return;
            }
        } catch (ArithmeticException outOfRange) {
            // far more than the most
        }
        slot.reject(Code.AMOUNT_TOO_LARGE, MOST.toString());
    }
}
