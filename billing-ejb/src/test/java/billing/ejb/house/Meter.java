package billing.ejb.house;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.domain.usage.UsageEvent;
import billing.ejb.usage.NewPrice;
import billing.ejb.usage.PriceService;
import billing.ejb.usage.UsageReceipt;
import billing.ejb.usage.UsageService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The platform's meter: it sells something, and reports what was used of it. */
public final class Meter {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int PATIENCE_SECONDS = 60;

    private final House house;
    private final String sku;

    private Meter(House house, String sku) {
        this.house = house;
        this.sku = sku;
    }

    /** A meter of something new that costs so much a unit. */
    public static Meter of(House house, String unitPrice) {
        return of(house, Product.API_REQUEST, unitPrice, false);
    }

    public static Meter of(House house, Product product, String unitPrice, boolean fractional) {
        String sku = "sku-" + Ids.mint("t");
        house.get(PriceService.class)
                .post(new NewPrice(sku, product, "unit", new BigDecimal(unitPrice), fractional, LONG_AGO, "system"));
        return new Meter(house, sku);
    }

    /** The same, read by another node. */
    public Meter at(House other) {
        return new Meter(other, sku);
    }

    public String sku() {
        return sku;
    }

    /** An event of a minute ago. */
    public UsageEvent event(AccountId account, String id, String quantity) {
        return event(account, id, quantity, house.now().minus(Duration.ofMinutes(1)));
    }

    public UsageEvent event(AccountId account, String id, String quantity, Instant at) {
        return new UsageEvent(id, account, sku, new BigDecimal(quantity), at, Labels.NONE, null);
    }

    /** An event of now that is paid from a hold. */
    public UsageEvent event(AccountId account, String id, String quantity, String holdId) {
        return new UsageEvent(id, account, sku, new BigDecimal(quantity), house.now(), Labels.NONE, holdId);
    }

    /** Reports, and waits for the answer. */
    public UsageReceipt reports(UsageEvent... events) {
        return reports(List.of(events));
    }

    public UsageReceipt reports(List<UsageEvent> events) {
        try {
            return house.get(UsageService.class)
                    .record(events)
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
