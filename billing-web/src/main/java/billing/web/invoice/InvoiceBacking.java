package billing.web.invoice;

import billing.domain.invoice.Buyer;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceKind;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.invoice.Issuer;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.invoice.CreditNoteService;
import billing.ejb.invoice.InvoicePaymentService;
import billing.web.page.Answers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page {@code /invoices/…}: an invoice or a statement. */
@Named("invoice")
@RequestScoped
public class InvoiceBacking {
    @Inject
    private ShownInvoice shown;

    @Inject
    private CreditNoteService notes;

    @Inject
    private InvoicePaymentService payments;

    public void arrive() {
        if (shown.find().isEmpty()) {
            Answers.notFound();
        }
    }

    private InvoiceSheet sheet() {
        return shown.get();
    }

    public Invoice getIt() {
        return sheet().invoice();
    }

    public List<InvoiceSheet.Line> getLines() {
        return sheet().lines();
    }

    /** What was taken back of it. */
    public List<CreditNote> getNotes() {
        return notes.of(getIt());
    }

    /** Whether anything of it can be taken back. */
    public boolean isCreditable() {
        return notes.creditable(getIt()).isPositive();
    }

    /** All tries to pay it, newest first. */
    public List<CreditPurchase> getPayments() {
        return payments.payments(String.valueOf(getIt().number()));
    }

    public boolean isStatement() {
        return getIt().kind() == InvoiceKind.STATEMENT;
    }

    public String getMonth() {
        return InvoiceWords.month(getIt().month());
    }

    public String getTone() {
        return InvoiceWords.tone(getIt());
    }

    /** Who issued it: a line each, the name first. */
    public List<String> getIssuer() {
        Issuer issuer = sheet().issuer();
        List<String> lines = new ArrayList<>(List.of(issuer.name()));
        lines.addAll(issuer.address().lines());
        return lines;
    }

    private Buyer buyer() {
        return sheet().buyer().buyer(getIt().buyerName());
    }

    /** Whom it was issued to: a line each, the name first. */
    public List<String> getBuyer() {
        return BuyerText.lines(buyer());
    }

    public @Nullable String getVatId() {
        return buyer().vatId();
    }

    public @Nullable String getPurchaseOrder() {
        return buyer().purchaseOrder();
    }

    /** What the lines come to in the document's cents. */
    public Money getTotal() {
        return getLines().stream().map(InvoiceSheet.Line::rounded).reduce(Money.ZERO, Money::plus);
    }

    /** Whether opening, credits, other and usage come to the closing balance, to the nano. */
    public boolean isTied() {
        Invoice it = getIt();
        Money sum = it.opening()
                .plus(it.bought())
                .plus(it.granted())
                .plus(it.other())
                .minus(it.usage());
        return sum.equals(it.closing());
    }

    /** The balance that the next month opened with. */
    public Money getNext() {
        return getIt().closing().plus(getIt().amountDue()).plus(getIt().rounding());
    }

    /** The text that says how it stands. */
    public String getStateKey() {
        return "invoice.state." + state();
    }

    private String state() {
        if (!isStatement() && !getIt().amountDue().isPositive()) {
            return "NOTHING";
        }
        if (getIt().suspends()) {
            return "SUSPENDING";
        }
        return getIt().status() == InvoiceStatus.ISSUED && sheet().isBeingPaid()
                ? "PAYING"
                : getIt().status().name();
    }

    /** What a file of it is called, without the ending. */
    public String getFile() {
        return String.valueOf(getIt().number()).toLowerCase(Locale.ROOT);
    }
}
