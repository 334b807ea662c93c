package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceKind;
import billing.domain.invoice.InvoiceStatus;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import billing.ejb.ledger.SelfCheckSteps;
import billing.ejb.notice.NoticeService;
import billing.ejb.runtime.Database;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Numbers of documents: none missing, none twice. */
@InEachHouse
class StampingTest {
    /** Long before any month that the books of these customers will close. */
    private static final YearMonth JANUARY = YearMonth.of(2001, 1);

    private final House house;
    private final Customer customer;
    private final Drafts drafts;

    StampingTest(House house) {
        this.house = house;
        this.customer = house.customer();
        this.drafts = new Drafts(house);
    }

    /** Nobody is to collect what no books know of. */
    @AfterEach
    void settle() {
        drafts.settle(customer);
    }

    private Invoice stamped(YearMonth month) {
        return drafts.of(customer, month).orElseThrow();
    }

    private List<String> numbers(String series, int year) {
        return house.get(Database.class)
                .list(
                        "SELECT number FROM invoice WHERE number LIKE ? ORDER BY number",
                        row -> row.getString("number"),
                        series + "-" + year + "-%");
    }

    private static List<String> counted(String series, int year, long last) {
        return LongStream.rangeClosed(1, last)
                .mapToObj(i -> "%s-%d-%06d".formatted(series, year, i))
                .toList();
    }

    @Test
    void nobody_sees_a_document_before_it_has_its_number() {
        drafts.invoice(customer, JANUARY, "12.00");
        assertEquals(
                List.of(),
                house.get(InvoiceService.class).list(customer.id(), null, 50).items());
        drafts.stampedAt(Instant.parse("2024-02-01T00:00:05Z"), 1);
        Invoice invoice = stamped(JANUARY);
        assertEquals(
                invoice, house.get(InvoiceService.class).find(invoice.number()).orElseThrow());
        assertEquals("12.00", invoice.open().toString());
    }

    @Test
    void each_series_counts_for_itself_and_from_one_in_each_year() {
        drafts.invoice(customer, JANUARY, "12.00");
        drafts.write(customer, JANUARY.plusMonths(1), InvoiceKind.STATEMENT, "3.00", "0.00", null);
        drafts.invoice(customer, JANUARY.plusMonths(2), "0.00");
        assertEquals(3, drafts.stampedAt(Instant.parse("2101-12-31T23:59:59.999999Z"), 1_000));
        drafts.invoice(customer, JANUARY.plusMonths(3), "1.00");
        drafts.stampedAt(Instant.parse("2102-01-01T00:00:00Z"), 1_000);
        assertEquals("INV-2101-000001", stamped(JANUARY).number());
        assertEquals("STM-2101-000001", stamped(JANUARY.plusMonths(1)).number());
        assertEquals("INV-2101-000002", stamped(JANUARY.plusMonths(2)).number());
        assertEquals("INV-2102-000001", stamped(JANUARY.plusMonths(3)).number());
    }

    @Test
    void an_invoice_without_anything_due_is_born_paid_and_a_statement_is_a_statement() {
        Instant now = Instant.parse("2024-04-01T00:00:01Z");
        drafts.invoice(customer, JANUARY, "12.00");
        drafts.write(customer, JANUARY.plusMonths(1), InvoiceKind.INVOICE, "12.00", "0.00", null);
        drafts.write(customer, JANUARY.plusMonths(2), InvoiceKind.STATEMENT, "12.00", "0.00", null);
        drafts.stampedAt(now, 1_000);
        assertEquals(InvoiceStatus.ISSUED, stamped(JANUARY).status());
        assertEquals(stamped(JANUARY).dueAt(), stamped(JANUARY).stepAt());
        Invoice nothing = stamped(JANUARY.plusMonths(1));
        assertEquals(InvoiceStatus.PAID, nothing.status());
        assertEquals(now, nothing.paidAt());
        assertNull(nothing.stepAt());
        Invoice statement = stamped(JANUARY.plusMonths(2));
        assertEquals(InvoiceStatus.STATEMENT, statement.status());
        assertNull(statement.dueAt());
    }

    @Test
    void the_third_is_due_day_unless_a_contract_says_days() {
        drafts.invoice(customer, JANUARY, "12.00");
        drafts.write(customer, JANUARY.plusMonths(1), InvoiceKind.INVOICE, "12.00", "12.00", 30);
        drafts.stampedAt(Instant.parse("2024-03-03T06:00:00Z"), 1_000);
        assertEquals(Instant.parse("2024-04-03T06:00:00Z"), stamped(JANUARY).dueAt());
        assertEquals(
                Instant.parse("2024-04-02T06:00:00Z"),
                stamped(JANUARY.plusMonths(1)).dueAt());
    }

    @Test
    void eight_who_draw_at_once_and_some_who_die_leave_no_gap() {
        int year = 2041;
        Instant now = Instant.parse(year + "-02-01T00:00:00Z");
        int documents = 60;
        IntStream.range(0, documents).forEach(i -> drafts.invoice(customer, JANUARY.plusMonths(i), "1.00"));
        AtomicInteger stamped = new AtomicInteger();
        Together.each(8, i -> () -> {
            for (int round = 0; stamped.get() < documents; round++) {
                if ((i + round) % 3 == 0) {
                    dies(now);
                } else {
                    stamped.addAndGet(drafts.stampedAt(now, 4));
                }
            }
            return true;
        });
        assertEquals(documents, stamped.get());
        assertEquals(counted("INV", year, documents), numbers("INV", year));
        assertEquals(documents, house.get(StampRepository.class).drawn("INV", year));
    }

    /** Somebody who has stamped and is killed before the commit. */
    private void dies(Instant now) {
        assertThrows(
                IllegalStateException.class,
                () -> house.inTransaction(() -> {
                    drafts.at(now).stamp(3);
                    throw new IllegalStateException("killed");
                }));
    }

    @Test
    void a_night_on_both_sides_of_new_year_numbers_each_document_once() {
        IntStream.range(0, 24).forEach(i -> drafts.invoice(customer, JANUARY.plusMonths(i), "1.00"));
        Together.each(2, i -> () -> {
            Instant now = Instant.parse(i == 0 ? "2043-12-31T23:59:59Z" : "2044-01-01T00:00:00Z");
            while (drafts.stampedAt(now, 3) > 0) {
                continue;
            }
            return true;
        });
        int before = numbers("INV", 2043).size();
        assertEquals(counted("INV", 2043, before), numbers("INV", 2043));
        assertEquals(counted("INV", 2044, 24L - before), numbers("INV", 2044));
    }

    @Test
    void a_number_that_is_missing_or_doubled_or_was_never_drawn_is_named() {
        int year = 2047;
        IntStream.range(0, 3).forEach(i -> drafts.invoice(customer, JANUARY.plusMonths(i), "1.00"));
        drafts.stampedAt(Instant.parse(year + "-02-01T00:00:00Z"), 3);
        assertEquals(List.of(), findings(year));
        renumber("INV-2047-000002", "INV-2047-0000003");
        assertEquals(
                List.of(
                        "NUMBER_MISSING: INV-2047-000002 is missing",
                        "NUMBER_TWICE: INV-2047-000003 was given twice, once as INV-2047-000003"),
                findings(year).stream()
                        .map(it -> it.replace("-0000003", "-000003"))
                        .toList());
        renumber("INV-2047-0000003", "INV-2047-000009");
        assertEquals(
                List.of(
                        "NUMBER_MISSING: INV-2047-000002 is missing",
                        "NUMBER_NOT_DRAWN: INV-2047-000009 is beyond the counter, which stands at 3"),
                findings(year));
        renumber("INV-2047-000009", "INV-2047-2");
        assertEquals(
                Set.of(
                        "NUMBER_MISSING: INV-2047-000002 is missing",
                        "NUMBER_MALFORMED: INV-2047-2 is no number of a document"),
                Set.copyOf(findings(year)));
        renumber("INV-2047-2", "INV-2047-000002");
        drawn(year, 5);
        assertEquals(List.of("NUMBER_MISSING: INV-2047-000004 to INV-2047-000005 are missing"), findings(year));
        assertFalse(house.selfCheck().ok());
        drawn(year, 3);
        assertEquals(List.of(), findings(year));
    }

    private void renumber(String from, String to) {
        assertEquals(1, house.tamper("UPDATE invoice SET number = ? WHERE number = ?", to, from));
    }

    private void drawn(int year, long last) {
        house.tamper("UPDATE invoice_counter SET drawn = ? WHERE series = 'INV' AND in_year = ?", last, year);
    }

    private List<String> findings(int year) {
        return house.get(SelfCheckSteps.class).proveHouseLocked().stream()
                .map(finding -> finding.code() + ": " + finding.detail())
                .filter(text -> text.contains("-" + year + "-"))
                .toList();
    }

    @Test
    void an_invoice_is_mailed_once_and_a_statement_never() {
        drafts.invoice(customer, JANUARY, "12.00");
        drafts.write(customer, JANUARY.plusMonths(1), InvoiceKind.INVOICE, "12.00", "0.00", null);
        drafts.write(customer, JANUARY.plusMonths(2), InvoiceKind.INVOICE, "0.00", "0.00", null);
        drafts.write(customer, JANUARY.plusMonths(3), InvoiceKind.STATEMENT, "5.00", "0.00", null);
        drafts.stampedAt(Instant.parse("2024-05-01T00:00:00Z"), 1_000);
        Together.all(2, () -> {
            house.get(UntoldInvoices.class).runDue(house.now());
            return true;
        });
        assertTrue(house.get(UntoldInvoices.class).nextDue().isEmpty());
        List<String> mails = house.get(NoticeService.class).sentAbout(customer.id(), null, 100).items().stream()
                .filter(mail -> mail.kind().equals("INVOICE_ISSUED"))
                .map(mail -> mail.text())
                .sorted()
                .toList();
        assertEquals(2, mails.size(), mails::toString);
        assertTrue(mails.stream().anyMatch(text -> text.contains("Due: $12.00")), mails::toString);
        assertTrue(mails.stream().anyMatch(text -> text.contains("Nothing is due")), mails::toString);
    }

    @Test
    void what_was_written_is_stamped_by_whoever_does_due_work() {
        drafts.invoice(customer, JANUARY, "12.00");
        assertEquals(Instant.EPOCH, house.get(Stamping.class).nextDue().orElseThrow());
        house.get(Stamping.class).runDue(house.now());
        assertTrue(house.get(Stamping.class).nextDue().isEmpty());
        assertTrue(drafts.of(customer, JANUARY).isPresent());
    }
}
