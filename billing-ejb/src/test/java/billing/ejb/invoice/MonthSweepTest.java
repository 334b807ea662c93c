package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.money.Money;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Pair;
import billing.ejb.sandbox.SandboxClockService;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every month end of nine years, leap days among them, with a clock that now and then steps forward or back around it. */
@InEachHouse(Pair.HIBERNATE_POSTGRESQL)
class MonthSweepTest {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final YearMonth LAST = YearMonth.of(2032, 12);
    private static final int MONTHS = 108;
    private static final List<Duration> STEPS =
            List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(-2), Duration.ofDays(1));

    private final House shared;

    MonthSweepTest(House shared) {
        this.shared = shared;
    }

    @Test
    void each_month_is_closed_exactly_once_with_what_was_used_in_it() {
        try (House house = shared.onEmptyDatabase()) {
            step(house, Duration.between(house.now(), begin(FIRST).plusSeconds(3_600)));
            Meter meter = Meter.of(house, "0.01");
            Customer customer = house.customerOn(new BillingTerms(TermsType.BUILD, 5, Money.of("100.00"), null, null));
            customer.adds("pm_card_visa");
            customer.buys("5.00");
            uses(house, meter, customer, "500");
            for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
                liveThrough(house, meter, customer, month);
            }
            Instant end = begin(LAST.plusMonths(1)).plus(Duration.ofDays(5));
            house.wait(Duration.between(house.now(), end));
            assertEquals(
                    months(),
                    invoices(house, customer).stream().map(Invoice::month).toList());
            assertEquals(
                    IntStream.range(0, MONTHS)
                            .mapToObj(i -> Money.ofCents(100 + i).toString())
                            .toList(),
                    invoices(house, customer).stream()
                            .map(invoice -> invoice.amountDue().toString())
                            .toList());
            assertEquals(Set.of(), customer.findings());
        }
    }

    /** Uses a little more each month, one second before its end. */
    private static void liveThrough(House house, Meter meter, Customer customer, YearMonth month) {
        int index = months().indexOf(month);
        Instant end = begin(month.plusMonths(1));
        house.wait(Duration.between(house.now(), end.minusSeconds(1)));
        uses(house, meter, customer, String.valueOf(100 + index));
        house.wait(Duration.ofSeconds(2));
        step(house, STEPS.get(index % STEPS.size()));
        house.runsDueWork();
    }

    private static void uses(House house, Meter meter, Customer customer, String quantity) {
        assertEquals(
                1,
                meter.reports(meter.event(customer.id(), Ids.mint("evt"), quantity))
                        .accepted());
    }

    /** Sets the clock, also back, as an administrator would, or a bad time server. */
    private static void step(House house, Duration by) {
        house.tamper("UPDATE sandbox_clock SET ahead_micros = ahead_micros + ?", by.toNanos() / 1_000);
        house.get(SandboxClockService.class).catchUp();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<YearMonth> months() {
        return IntStream.range(0, (int) FIRST.until(LAST, ChronoUnit.MONTHS) + 1)
                .mapToObj(FIRST::plusMonths)
                .toList();
    }

    private static List<Invoice> invoices(House house, Customer customer) {
        return house.get(InvoiceService.class).list(customer.id(), null, 200).items().stream()
                .sorted(Comparator.comparing(Invoice::month))
                .toList();
    }
}
