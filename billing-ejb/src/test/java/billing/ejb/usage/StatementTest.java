package billing.ejb.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.ledger.Statement;
import billing.ejb.ledger.Statement.Movement;
import billing.ejb.ledger.StatementService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A balance explained: what it was, what moved it, what it is. */
@InEachHouse
class StatementTest {
    private final House house;
    private final Customer customer;
    private final Meter requests;
    private final Meter endpoints;

    StatementTest(House house) {
        this.house = house;
        customer = house.customer();
        requests = Meter.of(house, "0.000000180");
        endpoints = Meter.of(house, Product.DEDICATED_ENDPOINT, "2.50", true);
    }

    @Test
    void opening_and_movements_come_to_the_closing_balance_between_any_two_days() {
        Instant start = today();
        customer.adds("pm_card_visa");
        customer.buys("25.00");
        customer.isGiven("5.00");
        uses(requests, "r1", "1000000");
        house.wait(Duration.ofDays(1));
        uses(endpoints, "e1", "1.5");
        uses(requests, "r2", "7");
        house.wait(Duration.ofDays(1));
        isCorrected("c1", "-0.50");
        uses(endpoints, "e2", "20");
        for (int from = 0; from < 4; from++) {
            for (int to = from; to < 4; to++) {
                assertFits(start.plus(Duration.ofDays(from)), start.plus(Duration.ofDays(to)));
            }
        }
        Statement whole = between(start, start.plus(Duration.ofDays(3)));
        assertEquals(Money.ZERO, whole.opening());
        assertEquals(customer.balance().settled(), whole.closing());
        assertEquals(
                List.of(EntryKind.PURCHASE, EntryKind.FREE_GRANT, EntryKind.USAGE, EntryKind.USAGE_CORRECTED),
                whole.movements().stream().map(Movement::kind).toList());
    }

    private void assertFits(Instant from, Instant to) {
        Statement statement = between(from, to);
        assertTrue(statement.fits(), statement.toString());
        statement.movements().stream()
                .filter(movement -> movement.kind() == EntryKind.USAGE)
                .forEach(usage -> assertEquals(
                        usage.effect().negated(),
                        products(from, to, usage).values().stream().reduce(Money.ZERO, Money::plus)));
    }

    @Test
    void usage_is_told_by_product_before_and_after_it_is_rolled_up() {
        customer.isGiven("50.00");
        uses(requests, "r1", "1000000");
        uses(endpoints, "e1", "1.5");
        Map<Product, Money> expected =
                Map.of(Product.API_REQUEST, Money.of("0.18"), Product.DEDICATED_ENDPOINT, Money.of("3.75"));
        assertEquals(expected, productsOfToday());
        house.get(UsageRollupSteps.class).rollUp(customer.id());
        assertEquals(expected, productsOfToday());
        isCorrected("c1", "-0.25");
        assertEquals(expected, productsOfToday());
    }

    @Test
    void books_that_were_changed_do_not_fit() {
        customer.isGiven("25.00");
        customer.isGiven("5.00");
        house.tamper("UPDATE ledger_entry SET amount = amount + 1 WHERE account = ? AND seq = 2", customer.id());
        assertFalse(between(today(), today().plus(Duration.ofDays(1))).fits());
    }

    private Map<Product, Money> productsOfToday() {
        Instant end = today().plus(Duration.ofDays(1));
        Movement usage = between(today(), end).movements().stream()
                .filter(movement -> movement.kind() == EntryKind.USAGE)
                .findFirst()
                .orElseThrow();
        return products(today(), end, usage);
    }

    private Map<Product, Money> products(Instant from, Instant to, Movement usage) {
        return house.get(UsageReportService.class).recorded(customer.id(), day(from), day(to), usage);
    }

    private static LocalDate day(Instant midnight) {
        return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }

    private void uses(Meter meter, String id, String quantity) {
        meter.reports(meter.event(customer.id(), id, quantity));
    }

    private void isCorrected(String id, String amount) {
        house.inTransaction(() -> {
            house.get(UsageService.class)
                    .post(new HoldCharge(
                            customer.id(),
                            id,
                            Product.FINE_TUNING,
                            Labels.NONE,
                            "hld_test",
                            Money.of(amount),
                            Money.ZERO,
                            house.now(),
                            "key_platform"));
            return null;
        });
    }

    private Statement between(Instant from, Instant to) {
        return house.get(StatementService.class).between(customer.id(), from, to);
    }

    private Instant today() {
        return house.now().truncatedTo(ChronoUnit.DAYS);
    }
}
