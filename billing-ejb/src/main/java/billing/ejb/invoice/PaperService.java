package billing.ejb.invoice;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.invoice.Buyer;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.DocumentKind;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.InvoiceKind;
import billing.domain.invoice.PurchaseReceipt;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.RefundStatus;
import billing.ejb.account.AccountService;
import billing.ejb.notice.MailTexts;
import billing.ejb.purchase.RefundService;
import billing.ejb.recharge.Agreement;
import billing.ejb.recharge.RechargeService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts documents on paper: as PDF, tagged, for archives, and where they are invoices readable by machines, too. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class PaperService {
    @Inject
    InvoiceService invoices;

    @Inject
    BillingDetailsService details;

    @Inject
    AccountService accounts;

    @Inject
    RechargeService recharges;

    @Inject
    RefundService refunds;

    @Inject
    IssuerSource issuers;

    @Inject
    Configuration configuration;

    /** The PDF of an invoice or statement that has its number. */
    public byte[] of(Invoice invoice) {
        return Printer.print(InvoiceSheet.paper(document(invoice)));
    }

    /** The PDF of an invoice, a statement or a credit note. */
    public byte[] of(InvoiceDocument document) {
        return Printer.print(InvoiceSheet.paper(document));
    }

    /** The PDF of a credit note. */
    public byte[] of(CreditNote note) {
        return of(document(note, invoices.find(note.invoice()).orElseThrow()));
    }

    /** The PDF of the receipt of a purchase that was paid. */
    public byte[] receipt(CreditPurchase purchase) {
        return Printer.print(ReceiptSheet.paper(new PurchaseReceipt(
                purchase.id(),
                day(purchase.completedAt().orElseThrow()),
                issuers.at(purchase.completedAt().orElseThrow()),
                payer(purchase.account()),
                currency(),
                purchase.amount(),
                refunded(purchase),
                MailTexts.method(purchase.methodLabel()),
                agreement(purchase))));
    }

    private List<PurchaseReceipt.Refunded> refunded(CreditPurchase purchase) {
        return refunds.list(purchase.id()).stream()
                .filter(refund -> refund.status() != RefundStatus.FAILED)
                .map(refund -> new PurchaseReceipt.Refunded(day(refund.createdAt()), refund.amount()))
                .toList();
    }

    private PurchaseReceipt.@Nullable Agreement agreement(CreditPurchase purchase) {
        return purchase.agreement()
                .flatMap(number -> recharges.agreement(purchase.account(), number))
                .map(PaperService::agreement)
                .orElse(null);
    }

    private static PurchaseReceipt.Agreement agreement(Agreement agreement) {
        return new PurchaseReceipt.Agreement(agreement.number(), agreement.text());
    }

    private InvoiceDocument document(Invoice invoice) {
        boolean due = invoice.amountDue().isPositive();
        return new InvoiceDocument(
                invoice.kind() == InvoiceKind.INVOICE ? DocumentKind.INVOICE : DocumentKind.STATEMENT,
                Objects.requireNonNull(invoice.number()),
                invoice.month(),
                day(Objects.requireNonNull(invoice.issuedAt())),
                due ? dayOrNull(invoice.dueAt()) : null,
                issuers.version(invoice.issuer()),
                buyer(invoice, invoice.buyer()),
                currency(),
                invoices.lines(invoice),
                invoice.opening(),
                invoice.bought(),
                invoice.granted(),
                invoice.other(),
                invoice.usage(),
                invoice.closing(),
                invoice.amountDue(),
                invoice.rounding(),
                null,
                null);
    }

    /** Its amount is its only line: which usage is meant, its reason says. */
    private InvoiceDocument document(CreditNote note, Invoice invoice) {
        return new InvoiceDocument(
                DocumentKind.CREDIT_NOTE,
                note.number(),
                invoice.month(),
                day(note.issuedAt()),
                null,
                issuers.version(note.issuer()),
                buyer(invoice, note.buyer()),
                currency(),
                List.of(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                note.amount(),
                Money.ZERO,
                new InvoiceDocument.Corrected(note.invoice(), day(Objects.requireNonNull(invoice.issuedAt()))),
                note.reason());
    }

    private Buyer buyer(Invoice invoice, int version) {
        return details.version(invoice.account(), version).buyer(invoice.buyerName());
    }

    private Buyer payer(AccountId account) {
        String name = accounts.find(account).map(BillingAccount::name).orElse("");
        return details.current(account).buyer(name);
    }

    private String currency() {
        return configuration.currency().toUpperCase(Locale.ROOT);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable LocalDate dayOrNull(@Nullable Instant time) {
        return time == null ? null : day(time);
    }
}
