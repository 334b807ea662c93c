package billing.ejb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.domain.usage.Labels;
import billing.domain.usage.Price;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import billing.domain.usage.UsageEvent;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The price list: what can be added, and what nobody can change any more. */
@InEachHouse
class PricesTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final House house;
    private final PriceService prices;
    private final String sku = "sku-" + Ids.mint(Ids.PRICE);

    PricesTest(House house) {
        this.house = house;
        prices = house.get(PriceService.class);
    }

    private NewPrice price(String unitPrice, Instant from) {
        return new NewPrice(sku, Product.API_REQUEST, "token", new BigDecimal(unitPrice), false, from, "system");
    }

    private Price posted(NewPrice command) {
        return assertInstanceOf(PriceResult.Posted.class, prices.post(command)).price();
    }

    private PriceRefusal refused(NewPrice command) {
        return assertInstanceOf(PriceResult.Refused.class, prices.post(command)).reason();
    }

    private void isUsed() {
        prices.markUsed(List.of(prices.current().sku(sku).orElseThrow()));
    }

    private Optional<BigDecimal> costsAt(Instant at) {
        return prices.current().priceAt(sku, at).map(Price::unitPrice);
    }

    private Instant inDays(int days) {
        return house.now().plus(Duration.ofDays(days));
    }

    @Test
    void a_price_applies_from_its_date_on_until_the_next_one_follows() {
        Instant change = inDays(30);
        posted(price("0.000000180000001", LONG_AGO));
        posted(price("0.00000015", change));
        assertEquals(Optional.empty(), costsAt(LONG_AGO.minusNanos(1)));
        assertEquals(Optional.of(new BigDecimal("0.000000180000001")), costsAt(LONG_AGO));
        assertEquals(Optional.of(new BigDecimal("0.000000180000001")), costsAt(inDays(1)));
        assertEquals(Optional.of(new BigDecimal("0.00000015")), costsAt(change.plusSeconds(1)));
    }

    @Test
    void the_past_of_a_sku_can_be_priced_until_it_is_used() {
        posted(price("2", LONG_AGO));
        posted(price("3", LONG_AGO.plusSeconds(1)));
        isUsed();
        assertEquals(PriceRefusal.PAST_IS_SETTLED, refused(price("4", LONG_AGO.plusSeconds(2))));
        assertEquals(
                PriceRefusal.PAST_IS_SETTLED, refused(price("4", house.now().minusMillis(1))));
        posted(price("4", inDays(1)));
        assertTrue(prices.current().sku(sku).orElseThrow().used());
    }

    @Test
    void the_same_price_again_is_the_one_that_is_there() {
        Price first = posted(price("2.50", LONG_AGO));
        isUsed();
        assertEquals(first.id(), posted(price("2.500", LONG_AGO)).id());
        assertEquals(1, prices.list(sku, null, 10).items().size());
    }

    @Test
    void a_price_is_never_changed() {
        posted(price("2.50", LONG_AGO));
        assertEquals(PriceRefusal.PRICE_EXISTS, refused(price("2.51", LONG_AGO)));
        assertEquals(Optional.of(new BigDecimal("2.5")), costsAt(LONG_AGO));
    }

    @Test
    void a_sku_keeps_its_product_and_its_unit_but_may_become_fractional() {
        posted(price("2", LONG_AGO));
        Instant next = inDays(1);
        assertEquals(
                PriceRefusal.OTHER_PRODUCT,
                refused(new NewPrice(sku, Product.OTHER, "token", BigDecimal.ONE, false, next, "system")));
        assertEquals(
                PriceRefusal.OTHER_UNIT,
                refused(new NewPrice(sku, Product.API_REQUEST, "hour", BigDecimal.ONE, false, next, "system")));
        NewPrice fractional = new NewPrice(sku, Product.API_REQUEST, "token", BigDecimal.ONE, true, next, "system");
        assertTrue(posted(fractional).sku().fractional());
        assertTrue(prices.current().sku(sku).orElseThrow().fractional());
        assertEquals("2", posted(price("2", LONG_AGO)).unitPrice().toPlainString());
    }

    @Test
    void the_skus_of_holds_are_there_and_have_no_price() {
        for (Product product : Product.values()) {
            Sku holds = prices.ofHolds(product);
            assertEquals(product, holds.product());
            assertEquals(Optional.empty(), prices.current().sku(holds.code()));
        }
        NewPrice reserved =
                new NewPrice("hold:OTHER", Product.OTHER, "hold", BigDecimal.ONE, false, LONG_AGO, "system");
        assertEquals(PriceRefusal.RESERVED_SKU, refused(reserved));
    }

    @Test
    void a_list_is_read_page_by_page_the_last_posted_first() {
        for (int day = 1; day <= 3; day++) {
            posted(price(Integer.toString(day), inDays(day)));
        }
        Page<Price> first = prices.list(sku, null, 2);
        Page<Price> second = prices.list(sku, first.next(), 2);
        assertEquals(List.of("3", "2"), texts(first));
        assertEquals(List.of("1"), texts(second));
        assertNull(second.next());
    }

    private static List<String> texts(Page<Price> page) {
        return page.items().stream()
                .map(price -> price.unitPrice().toPlainString())
                .toList();
    }

    @Test
    void twenty_who_add_the_same_price_at_once_add_one() {
        NewPrice command = price("1", inDays(1));
        List<String> ids = Together.all(20, () -> posted(command).id());
        assertEquals(1, ids.stream().distinct().count());
        assertEquals(1, prices.list(sku, null, 10).items().size());
    }

    @Test
    void whoever_prices_the_past_is_before_the_first_use_or_refused() {
        for (int i = 0; i < 10; i++) {
            Customer customer = house.customer();
            String code = sku + i;
            posted(piece(code, "1", LONG_AGO));
            UsageEvent first = new UsageEvent(
                    "a", customer.id(), code, BigDecimal.ONE, house.now().minusSeconds(1), Labels.NONE, null);
            List<Object> both = Together.each(
                    2, who -> () -> who == 0 ? prices.post(piece(code, "10", inDays(-30))) : reported(house, first));
            boolean before = both.get(0) instanceof PriceResult.Posted;
            assertEquals(1, ((UsageReceipt) both.get(1)).accepted());
            assertEquals(before ? "-10.00" : "-1.00", customer.available());
        }
    }

    private static NewPrice piece(String code, String unitPrice, Instant from) {
        return new NewPrice(code, Product.OTHER, "piece", new BigDecimal(unitPrice), false, from, "system");
    }

    @Test
    void a_sandbox_begins_with_prices_and_a_list_that_has_begun_is_left_alone() {
        List<Price> offered = prices.list(null, null, 500).items();
        assertTrue(offered.stream().anyMatch(price -> price.sku().code().equals("gpu-h100")));
        prices.begin(List.of(price("1", LONG_AGO)));
        assertEquals(Optional.empty(), costsAt(house.now()));
    }

    /** The other node's copy of the list is older than the price. */
    @Test
    void what_one_node_prices_can_be_reported_to_another_at_once() {
        Customer customer = house.customer();
        try (House other = house.anotherNode()) {
            UsageEvent event = new UsageEvent(
                    "a", customer.id(), sku, BigDecimal.TEN, house.now().minusSeconds(1), Labels.NONE, null);
            assertEquals(1, reported(other, event).rejected().size());
            posted(price("2", LONG_AGO));
            assertEquals(1, reported(other, event).accepted());
            assertEquals("-20.00", customer.available());
        }
    }

    private static UsageReceipt reported(House node, UsageEvent event) {
        return node.get(UsageService.class)
                .record(List.of(event))
                .toCompletableFuture()
                .join();
    }

    @Test
    void each_change_raises_the_version_and_a_refusal_does_not() {
        posted(price("1", LONG_AGO));
        long before = prices.version();
        refused(price("2", LONG_AGO));
        posted(price("1", LONG_AGO));
        assertEquals(before, prices.version());
        posted(price("2", inDays(1)));
        assertEquals(before + 1, prices.version());
        assertEquals(before + 1, prices.current().version());
    }
}
