package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.AccessReason;
import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.ledger.EntryKind;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.access.AccessService;
import billing.ejb.account.AccountService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.Meter;
import billing.ejb.ledger.LedgerService;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.InvoicePayment;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.sandbox.SandboxCharge;
import billing.ejb.usage.UsageReceipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer whose debt is invoiced, in the words of the tests. */
final class Debtor {
    static final BillingTerms BUILD = new BillingTerms(TermsType.BUILD, 2, BillingTerms.BUILD_LIMIT, null, null);

    private static final int ALL = 1_000;

    private final House house;
    private final Customer customer;
    private final Meter meter;

    private Debtor(House house, Customer customer) {
        this.house = house;
        this.meter = Meter.of(house, "1.00");
        this.customer = customer;
    }

    /** Bought $5 by a good card, used $35 in one month, and has an invoice over $30 now, on the 1st of the next. */
    static Debtor owing(House house) {
        return owing(house, BUILD);
    }

    static Debtor owing(House house, BillingTerms terms) {
        Debtor debtor = new Debtor(house, house.customerOn(terms));
        debtor.customer.adds("pm_card_visa");
        debtor.customer.buys("5.00");
        debtor.uses("35");
        debtor.monthEnds();
        assertEquals(InvoiceStatus.ISSUED, debtor.invoice().status());
        return debtor;
    }

    /** Uses something for so many dollars. */
    Debtor uses(String dollars) {
        UsageReceipt receipt = meter.reports(meter.event(id(), Ids.mint("evt"), dollars));
        assertEquals(1, receipt.accepted());
        return this;
    }

    /** The running month ends, and its documents are issued. */
    Debtor monthEnds() {
        LocalDate today = house.now().atZone(ZoneOffset.UTC).toLocalDate();
        until(today.plusMonths(1).withDayOfMonth(1).atTime(1, 0).toInstant(ZoneOffset.UTC));
        return this;
    }

    private void until(Instant time) {
        house.wait(Duration.between(house.now(), time));
    }

    /** Time goes on until so long after the invoice was due. */
    Debtor waitsUntilDueAnd(Duration more) {
        until(invoice().dueAt().plus(more));
        return this;
    }

    /** Pays by this from now on. */
    PaymentMethod adds(String token) {
        return customer.adds(token);
    }

    Customer customer() {
        return customer;
    }

    AccountId id() {
        return customer.id();
    }

    /** The newest invoice. */
    Invoice invoice() {
        return invoices().get(0);
    }

    List<Invoice> invoices() {
        return house.get(InvoiceService.class).list(id(), null, ALL).items();
    }

    String number() {
        return invoice().number();
    }

    /** Presses Pay now. */
    CreditPurchase pays() {
        return pays(null);
    }

    CreditPurchase pays(@Nullable String methodId) {
        return pays(methodId, Ids.mint(Ids.PURCHASE));
    }

    CreditPurchase pays(@Nullable String methodId, String request) {
        PayResult result = triesToPay(methodId, request);
        if (result instanceof PayResult.Accepted accepted) {
            return accepted.payment();
        }
        throw new AssertionError("refused: " + result);
    }

    PayResult triesToPay(@Nullable String methodId, String request) {
        return house.get(InvoicePaymentService.class).pay(new PayInvoice(number(), request, methodId, "mem_owner"));
    }

    /** A second success slips through: another payment is placed behind the back of all that prevents it, and charged. */
    CreditPurchase isChargedOnceMore(PaymentMethod method) {
        CreditPurchase second = house.inTransaction(() -> place(method));
        return house.get(PurchaseService.class).charge(second);
    }

    private CreditPurchase place(PaymentMethod method) {
        BillingAccount account = house.get(AccountService.class).lock(id()).orElseThrow();
        PaymentMethod own =
                house.get(PaymentMethodService.class).find(id(), method.id()).orElseThrow();
        return house.get(PurchaseService.class)
                .place(new InvoicePayment(
                        Ids.mint(Ids.PURCHASE), account, number(), invoice().amountDue(), own, "mem_other", false));
    }

    /** The payments of the invoice and what became of them, oldest first. */
    List<String> payments() {
        return house.get(InvoicePaymentService.class).payments(number()).stream()
                .sorted(Comparator.comparing(CreditPurchase::createdAt).thenComparing(CreditPurchase::id))
                .map(payment -> payment.amount() + " " + payment.status())
                .toList();
    }

    CreditPurchase newestPayment() {
        return house.get(InvoicePaymentService.class).payments(number()).get(0);
    }

    /** How long after the due time each payment was begun. */
    List<Duration> days() {
        return house.get(InvoicePaymentService.class).payments(number()).stream()
                .map(payment -> Duration.between(invoice().dueAt(), payment.createdAt()))
                .sorted()
                .map(Debtor::wholeMinutes)
                .toList();
    }

    private static Duration wholeMinutes(Duration time) {
        return Duration.ofMinutes(time.toMinutes());
    }

    AccessReason access() {
        return house.get(AccessService.class).decide(id()).orElseThrow().reason();
    }

    /** What is owed on invoices, as text. */
    String owes() {
        return house.get(LedgerService.class).receivable(id()).toString();
    }

    /** The kinds of the mails about invoices, oldest first. */
    List<String> mails() {
        return sent().stream()
                .sorted(Comparator.comparing(SentMail::sentAt))
                .map(SentMail::kind)
                .filter(
                        Set.of("INVOICE_ISSUED", "INVOICE_PAID", "PAYMENT_FAILED", "PAST_DUE", "AUTHORIZATION_NEEDED")
                                ::contains)
                .toList();
    }

    /** The newest mail of a kind. */
    SentMail mail(String kind) {
        return sent().stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<SentMail> sent() {
        return house.get(NoticeService.class).sentAbout(id(), null, ALL).items();
    }

    /** How often something stands in the books. */
    long entries(EntryKind kind) {
        return customer.entries().stream().filter(entry -> entry.kind() == kind).count();
    }

    /** The books fit, and each success at the gateway is in them once: as credits or as a payment of an invoice. */
    void booksMatchTheGateway() {
        Map<String, String> charged = customer.charges().stream()
                .filter(charge -> Set.of("SUCCEEDED", "REFUNDED").contains(charge.status()))
                .collect(Collectors.toMap(
                        charge -> charge.idempotencyKey().replaceFirst("-owner-.*", ""),
                        charge -> charge.amount().toString()));
        Map<String, String> posted = customer.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.PURCHASE || entry.kind() == EntryKind.INVOICE_PAID)
                .collect(Collectors.toMap(
                        entry -> entry.cause().id(), entry -> entry.amount().toString()));
        assertEquals(charged, posted, "charged at the gateway, and posted");
        assertEquals(Set.of(), customer.findings());
    }

    /** How often the gateway took money for the invoice. */
    long chargesThatSucceeded(String amount) {
        return customer.charges().stream()
                .filter(charge -> charge.amount().toString().equals(amount))
                .map(SandboxCharge::status)
                .filter("SUCCEEDED"::equals)
                .count();
    }
}
