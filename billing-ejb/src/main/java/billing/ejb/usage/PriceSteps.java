package billing.ejb.usage;

import billing.domain.id.Ids;
import billing.domain.usage.Price;
import billing.domain.usage.PriceList;
import billing.domain.usage.Sku;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Changes of the price list, one after the other on all nodes: each begins with the lock of the list. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class PriceSteps {
    @Inject
    PriceRepository prices;

    @Inject
    InstantSource clock;

    public PriceResult post(NewPrice command) {
        if (Sku.isReserved(command.sku())) {
            return new PriceResult.Refused(PriceRefusal.RESERVED_SKU);
        }
        prices.lockList();
        Optional<Sku> known = prices.sku(command.sku());
        return known.isEmpty() ? add(prices.add(command), command) : postTo(known.get(), command);
    }

    public void begin(List<NewPrice> list) {
        prices.lockList();
        if (prices.list(null, null, 1).items().isEmpty()) {
            list.forEach(this::post);
        }
    }

    private PriceResult postTo(Sku sku, NewPrice command) {
        if (sku.product() != command.product()) {
            return new PriceResult.Refused(PriceRefusal.OTHER_PRODUCT);
        }
        if (!sku.unit().equals(command.unit())) {
            return new PriceResult.Refused(PriceRefusal.OTHER_UNIT);
        }
        Optional<Price> there = prices.find(sku, moment(command));
        if (there.isPresent()) {
            return again(there.get(), command);
        }
        if (sku.used() && command.effectiveFrom().isBefore(clock.instant())) {
            return new PriceResult.Refused(PriceRefusal.PAST_IS_SETTLED);
        }
        prices.setFractional(sku, command.fractional());
        return add(prices.sku(sku.code()).orElseThrow(), command);
    }

    private PriceResult again(Price there, NewPrice command) {
        boolean same = there.unitPrice().compareTo(command.unitPrice()) == 0
                && prices.wasFractional(there) == command.fractional();
        return same ? new PriceResult.Posted(there) : new PriceResult.Refused(PriceRefusal.PRICE_EXISTS);
    }

    private PriceResult add(Sku sku, NewPrice command) {
        Price price = new Price(Ids.mint(Ids.PRICE), sku, command.unitPrice(), moment(command));
        prices.add(price, command.fractional(), clock.instant(), command.actor());
        prices.raiseVersion();
        return new PriceResult.Posted(price);
    }

    /** The database keeps micros. */
    private static Instant moment(NewPrice command) {
        return command.effectiveFrom().truncatedTo(ChronoUnit.MICROS);
    }

    /** Settles the past of SKUs. */
    public void markUsed(Collection<Sku> skus) {
        prices.lockList();
        skus.forEach(sku -> prices.markUsed(sku.id()));
        prices.raiseVersion();
    }

    /** The list as it is committed. The version is read first: what comes in between makes the copy old, never wrong. */
    public PriceList read() {
        long version = prices.version();
        return PriceList.of(version, prices.all());
    }
}
