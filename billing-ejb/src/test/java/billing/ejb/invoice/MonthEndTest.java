package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceLine;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.ejb.access.AccessQuestion;
import billing.ejb.access.AccessReadService;
import billing.ejb.account.ChangeTerms;
import billing.ejb.account.TermsService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Meter;
import billing.ejb.house.Pair;
import billing.ejb.ledger.AccountSpan;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.MonthService;
import billing.ejb.usage.UsageReceipt;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the end of a month makes of an account's books. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class MonthEndTest {
    private static final BillingTerms BUILD = new BillingTerms(TermsType.BUILD, 5, Money.of("1000.00"), null, null);

    private final House house;
    private final Meter meter;

    MonthEndTest(House house) {
        this.house = house;
        this.meter = Meter.of(house, "0.001");
        toTheFirst();
    }

    /** To the noon of the next month's first day, so that the tests of a day are in one month. */
    private void toTheFirst() {
        goTo(month().plusMonths(1), Duration.ofHours(12));
    }

    private YearMonth month() {
        return YearMonth.from(house.now().atOffset(ZoneOffset.UTC));
    }

    private void goTo(YearMonth month, Duration into) {
        house.wait(Duration.between(house.now(), begin(month).plus(into)));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Customer customer() {
        return customerOn(BUILD);
    }

    private Customer customerOn(BillingTerms terms) {
        Customer customer = house.customerOn(terms);
        customer.adds("pm_card_visa");
        customer.buys("10.00");
        return customer;
    }

    /** Uses some of what costs a tenth of a cent. */
    private void uses(Customer customer, String quantity) {
        uses(meter, customer, quantity);
    }

    private void uses(Meter some, Customer customer, String quantity) {
        UsageReceipt receipt = some.reports(some.event(customer.id(), Ids.mint("evt"), quantity));
        assertEquals(1, receipt.accepted());
    }

    private List<Invoice> invoices(Customer customer) {
        return house.get(InvoiceService.class).list(customer.id(), null, 100).items().stream()
                .sorted(Comparator.comparing(Invoice::month))
                .toList();
    }

    private Invoice invoice(Customer customer, YearMonth month) {
        return invoices(customer).stream()
                .filter(invoice -> invoice.month().equals(month))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no document of " + month + ": " + invoices(customer)));
    }

    /** In one line: opening, bought, free, other, used, closing, due. */
    private static String sums(Invoice i) {
        return String.join(
                " ",
                List.of(i.opening(), i.bought(), i.granted(), i.other(), i.usage(), i.closing(), i.amountDue()).stream()
                        .map(Money::toString)
                        .toList());
    }

    private static void change(House house, Customer customer, BillingTerms terms) {
        house.get(TermsService.class).change(new ChangeTerms(customer.id(), terms, "a story", "op_test"));
    }

    @Test
    void what_usage_took_below_zero_is_due_and_the_new_month_opens_at_zero() {
        Customer customer = customer();
        customer.isGiven("2.00");
        uses(customer, "52345");
        YearMonth closed = month();
        toTheFirst();
        Invoice invoice = invoice(customer, closed);
        assertEquals("0.00 10.00 2.00 0.00 52.345000000 -40.345000000 40.34", sums(invoice));
        assertEquals("0.005000000", invoice.rounding().toString());
        assertEquals("0.00", customer.balance().settled().toString());
        assertEquals(Set.of(), customer.findings());
        toTheFirst();
        assertEquals("0.00 0.00 0.00 0.00 0.00 0.00 0.00", sums(invoice(customer, closed.plusMonths(1))));
    }

    @Test
    void half_a_cent_goes_to_the_even_cent_either_way_and_the_rest_to_rounding() {
        Customer down = customer();
        Customer up = customer();
        uses(down, "12345");
        uses(up, "12355");
        YearMonth closed = month();
        toTheFirst();
        assertEquals("2.34", invoice(down, closed).amountDue().toString());
        assertEquals("2.36", invoice(up, closed).amountDue().toString());
        assertEquals("-0.005000000", invoice(up, closed).rounding().toString());
        assertEquals("0.00", down.balance().settled().toString());
        assertEquals("0.00", up.balance().settled().toString());
        assertEquals(Set.of(), up.findings());
    }

    @Test
    void what_is_too_little_to_be_charged_is_carried_until_it_is_enough() {
        Customer customer = customer();
        uses(customer, "10300");
        YearMonth closed = month();
        toTheFirst();
        assertEquals("0.00 10.00 0.00 0.00 10.30 -0.30 0.00", sums(invoice(customer, closed)));
        assertEquals("-0.30", customer.balance().settled().toString());
        uses(customer, "200");
        toTheFirst();
        assertEquals("-0.30 0.00 0.00 0.00 0.20 -0.50 0.50", sums(invoice(customer, closed.plusMonths(1))));
        assertEquals("0.00", customer.balance().settled().toString());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void a_prepaid_account_gets_a_statement_and_owes_nothing() {
        Customer customer = customerOn(BillingTerms.PREPAID);
        uses(customer, "10700");
        YearMonth closed = month();
        toTheFirst();
        Invoice statement = invoice(customer, closed);
        assertEquals("STATEMENT", statement.status().name());
        assertTrue(String.valueOf(statement.number()).startsWith("STM-"), statement.number());
        assertEquals("0.00 10.00 0.00 0.00 10.70 -0.70 0.00", sums(statement));
        assertEquals("-0.70", customer.balance().settled().toString());
    }

    @Test
    void the_first_posting_after_the_end_closes_the_month_before_it_when_the_timer_has_not() {
        Customer customer = customer();
        uses(customer, "15000");
        YearMonth closed = month();
        house.sleeps(Duration.between(house.now(), begin(closed.plusMonths(1)).plusSeconds(1)));
        customer.buys("20.00");
        assertEquals("20.00", customer.balance().settled().toString());
        house.wait(Duration.ofSeconds(1));
        assertEquals("0.00 10.00 0.00 0.00 15.00 -5.00 5.00", sums(invoice(customer, closed)));
        assertEquals("ISSUED", invoice(customer, closed).status().name());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void usage_that_is_reported_after_the_end_is_late_usage_of_the_new_month() {
        Customer customer = customer();
        uses(customer, "11000");
        YearMonth closed = month();
        Instant lastMinute = begin(closed.plusMonths(1)).minusSeconds(60);
        house.sleeps(Duration.between(house.now(), begin(closed.plusMonths(1)).plusSeconds(1)));
        meter.reports(meter.event(customer.id(), "late", "2000", lastMinute));
        toTheFirst();
        assertEquals("1.00", invoice(customer, closed).amountDue().toString());
        Invoice next = invoice(customer, closed.plusMonths(1));
        assertEquals("2.00", next.amountDue().toString());
        assertEquals(List.of(true), lines(next).stream().map(InvoiceLine::late).toList());
    }

    private List<InvoiceLine> lines(Invoice invoice) {
        return house.get(InvoiceService.class).lines(invoice);
    }

    @Test
    void lines_are_by_sku_and_come_to_what_was_used() {
        Customer customer = customer();
        Meter other = Meter.of(house, "0.07");
        uses(customer, "1500");
        uses(other, customer, "10");
        uses(customer, "2500");
        YearMonth closed = month();
        toTheFirst();
        Invoice invoice = invoice(customer, closed);
        assertEquals(
                Set.of("4000 4.00", "10 0.70"),
                lines(invoice).stream()
                        .map(line -> line.quantity().stripTrailingZeros().toPlainString() + " " + line.amount())
                        .collect(Collectors.toSet()));
        assertEquals("4.70", invoice.usage().toString());
        assertEquals("PAID", invoice.status().name());
    }

    @Test
    void months_that_were_missed_are_closed_in_order_with_the_debt_in_the_first() {
        Customer customer = customer();
        uses(customer, "13000");
        YearMonth first = month();
        house.sleeps(Duration.between(house.now(), begin(first.plusMonths(4)).plusSeconds(5)));
        house.wait(Duration.ofSeconds(1));
        assertEquals(
                List.of("3.00", "0.00", "0.00", "0.00"),
                invoices(customer).stream().map(i -> i.amountDue().toString()).toList());
        assertEquals(
                List.of(first, first.plusMonths(1), first.plusMonths(2), first.plusMonths(3)),
                invoices(customer).stream().map(Invoice::month).toList());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void debt_that_arose_before_a_change_to_prepaid_is_invoiced_and_later_debt_is_not() {
        Customer customer = customer();
        uses(customer, "15000");
        change(house, customer, BillingTerms.PREPAID);
        uses(customer, "1000");
        YearMonth closed = month();
        toTheFirst();
        assertEquals("5.00", invoice(customer, closed).amountDue().toString());
        assertEquals("-1.00", customer.balance().settled().toString());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void credits_pay_first_what_would_be_invoiced() {
        Customer customer = customer();
        uses(customer, "15000");
        change(house, customer, BillingTerms.PREPAID);
        uses(customer, "10000");
        customer.buys("6.00");
        YearMonth closed = month();
        toTheFirst();
        assertEquals("0.00", invoice(customer, closed).amountDue().toString());
        assertEquals("-9.00", customer.balance().settled().toString());
    }

    @Test
    void terms_that_change_after_the_end_do_not_change_the_closed_month() {
        Customer customer = customer();
        uses(customer, "15000");
        YearMonth closed = month();
        house.sleeps(Duration.between(house.now(), begin(closed.plusMonths(1)).plusSeconds(1)));
        change(house, customer, BillingTerms.PREPAID);
        toTheFirst();
        assertEquals("5.00", invoice(customer, closed).amountDue().toString());
        assertEquals("STATEMENT", invoice(customer, closed.plusMonths(1)).kind().name());
    }

    @Test
    void a_month_is_closed_once_however_often_it_is_asked_for() {
        Customer customer = customer();
        uses(customer, "15000");
        YearMonth closed = month();
        toTheFirst();
        long entries = customer.entries().size();
        house.get(MonthEndService.class).close(closed);
        house.get(MonthEndService.class).close(closed);
        assertEquals(entries, customer.entries().size());
        assertEquals(1, invoices(customer).size());
        MonthRun run = house.get(MonthEndService.class).find(closed).orElseThrow();
        assertEquals(0, run.left());
        assertTrue(run.finishedAt() != null && run.done() > 0, run.toString());
    }

    /** They are all closed, though a few at a time, and numbered where their usage is summed up and where it is not yet. */
    @Test
    @Timeout(120)
    void a_month_that_ends_while_services_ask_is_closed_all_the_same() {
        List<Customer> customers =
                Stream.generate(() -> house.customerOn(BUILD)).limit(220).toList();
        customers.forEach(customer -> uses(customer, "5000"));
        YearMonth closed = month();
        AtomicBoolean over = new AtomicBoolean();
        AccessQuestion question = new AccessQuestion(customers.get(0).id(), "key_of_a_service", Labels.NONE);
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                house.get(AccessReadService.class).ask(question);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        });
        try {
            toTheFirst();
        } finally {
            over.set(true);
            asking.join();
        }
        customers.forEach(customer ->
                assertEquals("5.00", invoice(customer, closed).amountDue().toString()));
        assertEquals(0, house.get(MonthService.class).left(closed));
    }

    @Test
    void a_run_that_died_when_nothing_was_left_is_ended_by_the_next() {
        customer();
        YearMonth closed = month();
        toTheFirst();
        house.tamper("UPDATE month_run SET finished_at = NULL WHERE in_month = ?", InvoiceRepository.column(closed));
        toTheFirst();
        assertTrue(house.get(MonthEndService.class).find(closed).orElseThrow().finishedAt() != null);
    }

    @Test
    void a_month_that_is_not_over_is_refused() {
        YearMonth open = month();
        assertThrows(EJBException.class, () -> house.get(MonthEndService.class).close(open));
    }

    @Test
    void what_a_node_records_whose_clock_is_behind_belongs_to_the_month_that_another_has_opened() {
        Customer customer = customer();
        uses(customer, "15000");
        YearMonth closed = month();
        goTo(closed, Duration.ofDays(27));
        house.inTransaction(() -> house.get(MonthService.class).close(closed, AccountSpan.of(customer.id())));
        uses(customer, "3000");
        assertEquals(begin(closed.plusMonths(1)), customer.entries().get(0).recordedAt());
        toTheFirst();
        assertEquals("5.00", invoice(customer, closed).amountDue().toString());
        toTheFirst();
        assertEquals("3.00", invoice(customer, closed.plusMonths(1)).amountDue().toString());
        assertEquals(
                "3000",
                lines(invoice(customer, closed.plusMonths(1)))
                        .get(0)
                        .quantity()
                        .stripTrailingZeros()
                        .toPlainString());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void opening_and_closing_tie_over_a_year_to_the_ledger() {
        Customer customer = customer();
        for (int month = 0; month < 12; month++) {
            uses(customer, String.valueOf(1_237 * (month + 1)));
            toTheFirst();
        }
        Money expected = Money.ZERO;
        for (Invoice invoice : invoices(customer)) {
            assertEquals(expected, invoice.opening());
            assertEquals(
                    invoice.closing(),
                    invoice.opening()
                            .plus(invoice.bought())
                            .plus(invoice.granted())
                            .plus(invoice.other())
                            .minus(invoice.usage()));
            expected = invoice.closing().plus(invoice.amountDue()).plus(invoice.rounding());
        }
        assertEquals(12, invoices(customer).size());
        assertEquals(
                expected, house.get(LedgerService.class).balance(customer.id()).settled());
        assertEquals(Set.of(), customer.findings());
    }
}
