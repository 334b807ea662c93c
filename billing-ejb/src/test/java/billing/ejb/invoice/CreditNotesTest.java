package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.DetailsField;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.money.Money;
import billing.ejb.account.AccountService;
import billing.ejb.account.AuditService;
import billing.ejb.account.OperatorAction;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.IssuerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Invoices that were wrong, and whom they were issued to. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class CreditNotesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final House house;

    CreditNotesTest(House house) {
        this.house = house;
    }

    private CreditNoteResult asks(Debtor debtor, String id, String amount) {
        return house.get(CreditNoteService.class)
                .issue(new IssueCreditNote(id, debtor.number(), Money.of(amount), "billed twice", "opr_desk"));
    }

    private CreditNote gets(Debtor debtor, String id, String amount) {
        CreditNoteResult result = asks(debtor, debtor.id() + id, amount);
        assertTrue(result instanceof CreditNoteResult.Issued, result::toString);
        return ((CreditNoteResult.Issued) result).note();
    }

    private CreditNoteRefusal isRefused(Debtor debtor, String id, String amount) {
        CreditNoteResult result = asks(debtor, debtor.id() + id, amount);
        assertTrue(result instanceof CreditNoteResult.Refused, result::toString);
        return ((CreditNoteResult.Refused) result).reason();
    }

    @Test
    void a_part_is_taken_back_and_only_the_rest_is_charged() {
        Debtor debtor = Debtor.owing(house);
        gets(debtor, "a", "12.50");
        assertEquals("17.50", debtor.invoice().open().toString());
        assertEquals("17.50", debtor.owes());
        assertEquals("30.00", debtor.invoice().amountDue().toString(), "an issued invoice never changes");
        debtor.waitsUntilDueAnd(MINUTE);
        assertEquals(List.of("17.50 SUCCEEDED"), debtor.payments());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void the_whole_makes_it_void_and_nothing_is_charged() {
        Debtor debtor = Debtor.owing(house);
        gets(debtor, "a", "10.00");
        gets(debtor, "b", "20.00");
        List<OperatorAction> noted =
                house.get(AuditService.class).list(debtor.id(), null, 50).items();
        assertEquals(
                List.of("CREDIT_NOTE opr_desk 20.00: billed twice", "CREDIT_NOTE opr_desk 10.00: billed twice"),
                noted.stream()
                        .map(one -> one.kind() + " " + one.actor() + " " + one.amount() + ": " + one.reason())
                        .toList());
        assertEquals(debtor.number(), noted.get(0).detail());
        assertEquals(InvoiceStatus.VOID, debtor.invoice().status());
        assertEquals("0.00", debtor.owes());
        debtor.waitsUntilDueAnd(Duration.ofDays(1));
        assertEquals(List.of(), debtor.payments());
        assertEquals(CreditNoteRefusal.MORE_THAN_INVOICED, isRefused(debtor, "c", "0.01"));
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void what_would_stay_open_and_can_not_be_charged_is_refused_with_what_can_be_taken_back() {
        Debtor debtor = Debtor.owing(house);
        gets(debtor, "a", "10.00");
        CreditNoteResult refused = asks(debtor, debtor.id() + "b", "19.51");
        assertEquals(
                new CreditNoteResult.Refused(CreditNoteRefusal.LEAVES_TOO_LITTLE, Money.of("20.00"), Money.of("19.50")),
                refused);
        gets(debtor, "c", "19.50");
        assertEquals("0.50", debtor.invoice().open().toString());
        assertEquals(
                new CreditNoteResult.Refused(CreditNoteRefusal.MORE_THAN_INVOICED, Money.of("0.50"), Money.ZERO),
                asks(debtor, debtor.id() + "d", "0.51"));
        gets(debtor, "e", "0.50");
        assertEquals(InvoiceStatus.VOID, debtor.invoice().status());
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void access_is_back_in_the_commit_that_takes_a_suspending_invoice_back() {
        Debtor debtor = Debtor.owing(house);
        debtor.adds("pm_card_chargeCustomerFail");
        debtor.waitsUntilDueAnd(Duration.ofDays(8));
        assertEquals(AccessReason.PAST_DUE, debtor.access());
        gets(debtor, "a", "30.00");
        assertTrue(debtor.access() != AccessReason.PAST_DUE, () -> "refused: " + debtor.access());
    }

    @Test
    void what_was_paid_comes_back_as_credits() {
        Debtor debtor = Debtor.owing(house).waitsUntilDueAnd(MINUTE);
        assertEquals("0.00", debtor.customer().available());
        gets(debtor, "a", "7.00");
        assertEquals("7.00", debtor.customer().balance().free().toString());
        assertEquals(InvoiceStatus.PAID, debtor.invoice().status());
        assertEquals("0.00", debtor.invoice().credited().toString());
        assertEquals(CreditNoteRefusal.MORE_THAN_INVOICED, isRefused(debtor, "b", "23.01"));
        assertEquals(Set.of(), debtor.customer().findings());
    }

    @Test
    void the_same_request_is_the_same_note_and_each_has_the_next_number() {
        Debtor debtor = Debtor.owing(house);
        List<CreditNote> same = Together.all(4, () -> gets(debtor, "a", "1.00"));
        assertEquals(1, Set.copyOf(same).size());
        CreditNote next = gets(debtor, "b", "1.00");
        assertEquals(count(same.get(0)) + 1, count(next));
        assertEquals(CreditNoteRefusal.KEY_REUSED, isRefused(debtor, "a", "2.00"));
        assertEquals(CreditNoteRefusal.AMOUNT_NOT_WHOLE_CENTS, isRefused(debtor, "c", "0.001"));
        assertEquals("28.00", debtor.owes());
        assertEquals(
                List.of(same.get(0), next), house.get(CreditNoteService.class).of(debtor.invoice()));
    }

    private static long count(CreditNote note) {
        return Long.parseLong(note.number().substring("CN-2026-".length()));
    }

    @Test
    void an_invoice_keeps_the_buyer_that_it_was_issued_to() {
        Debtor debtor = Debtor.owing(house);
        BillingDetailsService details = house.get(BillingDetailsService.class);
        assertEquals(0, debtor.invoice().buyer());
        details.change(debtor.id(), Map.of(DetailsField.COMPANY, "First Ltd"), "mem_owner");
        debtor.uses("3").monthEnds();
        details.change(debtor.id(), Map.of(DetailsField.COMPANY, "Second Ltd"), "mem_owner");
        BillingDetails again = details.change(debtor.id(), Map.of(DetailsField.COMPANY, "Second Ltd"), "mem_owner")
                .orElseThrow();
        assertEquals(2, again.version(), "the same again is no new version");
        assertEquals(
                "First Ltd",
                details.version(debtor.id(), debtor.invoice().buyer()).value(DetailsField.COMPANY));
        debtor.uses("3").monthEnds();
        assertEquals(2, debtor.invoice().buyer());
    }

    /** Printed where the configuration says {@code moved}, as a node does that was started again. */
    private byte[] printed(Invoice invoice, IssuerSettings moved) {
        PaperService papers = new PaperService();
        papers.invoices = house.get(InvoiceService.class);
        papers.details = house.get(BillingDetailsService.class);
        papers.accounts = house.get(AccountService.class);
        papers.issuers = issuers(moved);
        papers.configuration = papers.issuers.configuration;
        return papers.of(invoice);
    }

    private IssuerSource issuers(IssuerSettings settings) {
        IssuerSource issuers = new IssuerSource();
        issuers.issuers = house.get(IssuerRepository.class);
        issuers.configuration = new Configuration() {
            @Override
            public IssuerSettings issuer() {
                return settings;
            }

            @Override
            public String currency() {
                return "usd";
            }
        };
        return issuers;
    }

    @Test
    void an_issued_invoice_is_the_same_file_whatever_happens_later() {
        Debtor debtor = Debtor.owing(house);
        Invoice issued = debtor.invoice();
        byte[] before = house.get(PaperService.class).of(issued);
        debtor.pays();
        house.get(BillingDetailsService.class)
                .change(debtor.id(), Map.of(DetailsField.COMPANY, "Later Ltd"), "mem_owner");
        house.tamper("UPDATE billing_account SET name = 'Nobody' WHERE id = ?", debtor.id());
        Invoice paid = debtor.invoice();
        assertEquals(InvoiceStatus.PAID, paid.status());
        IssuerSettings moved = new IssuerSettings(
                "Moved Inc.", List.of("2 New Road", "Dublin"), "IE", "IE 1", "new@example.com", Optional.empty(), "O");
        assertArrayEquals(before, printed(paid, moved));
        IssuerSource issuers = issuers(moved);
        int version = house.inTransaction(() -> issuers.current(house.now()));
        assertEquals(version, house.inTransaction(() -> issuers.current(house.now())), "the same again is no new one");
        assertNotEquals(version, issued.issuer());
        assertEquals(issuers.issuer(), issuers.version(version));
        IssuerSource back = issuers(house.get(Configuration.class).issuer());
        assertEquals(back.issuer(), back.at(house.now().minusSeconds(1)), "a receipt of a moment ago");
        assertEquals(issuers.issuer(), back.at(house.now().plusSeconds(1)), "a receipt of now");
        int again = house.inTransaction(() -> back.current(house.now().plusSeconds(2)));
        assertEquals(back.issuer(), issuers.at(house.now().plusSeconds(5)), "it was moved and moved back");
        house.tamper("DELETE FROM issuer WHERE version IN (?, ?)", version, again);
    }

    @Test
    void the_month_so_far_ties_to_the_balance() {
        Debtor debtor = Debtor.owing(house);
        debtor.customer().buys("20.00");
        debtor.uses("8");
        MonthSoFar month = house.get(MonthSoFarService.class).get(debtor.id());
        assertEquals("0.00", month.opening().toString());
        assertEquals("20.00", month.bought().toString());
        assertEquals("8.00", month.usage().toString());
        assertEquals("0.00", month.other().toString());
        assertEquals("12.00", month.balance().settled().toString());
        assertEquals(
                month.usage(),
                month.lines().stream()
                        .map(line -> line.amount())
                        .reduce(Money.ZERO, Money::plus)
                        .plus(month.late()));
        assertTrue(month.forecast().usage().isMoreThan(month.usage()), "the pace goes on");
    }
}
