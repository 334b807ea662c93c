package billing.web.invoice;

import billing.domain.money.Money;
import billing.domain.payment.MethodType;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.invoice.InvoicePaymentService;
import billing.ejb.ledger.LedgerService;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The panel of the page {@code /invoices/…} that pays it. What the bank's page adds to the address is dropped: it belongs in
 * nobody's history.
 */
@Named("payInvoice")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class PayInvoiceBacking {
    @Inject
    private ShownInvoice shown;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private InvoicePaymentService payments;

    @Inject
    private LedgerService ledger;

    /** A payment that waits for the bank is asked after: its owner may be coming from there. */
    public void arrive() {
        if (shown.find().isEmpty()) {
            return;
        }
        String number = String.valueOf(shown.get().invoice().number());
        boolean changed = is(PurchaseStatus.ACTION_REQUIRED)
                && payments.refresh(number)
                        .filter(now -> now.status() != PurchaseStatus.ACTION_REQUIRED)
                        .isPresent();
        if (changed || request.getQueryString() != null) {
            Answers.goTo("/invoices/" + number);
        }
    }

    /** Whether there is something to pay, or to tell of a payment. */
    public boolean isShown() {
        return isOpen() || getPayment() != null;
    }

    /** Whether it is still to be paid. */
    public boolean isOpen() {
        return shown.find().filter(sheet -> sheet.invoice().status().isOpen()).isPresent();
    }

    /** Whether the form is offered: not while a payment is under way. */
    public boolean isPayable() {
        return isOpen() && !is(PurchaseStatus.PROCESSING) && me.getRole().managesBilling();
    }

    /** The newest payment. */
    public @Nullable CreditPurchase getPayment() {
        return shown.find().map(InvoiceSheet::payment).orElse(null);
    }

    /** What is to be paid. */
    public Money getAmount() {
        return shown.find().map(sheet -> sheet.invoice().open()).orElse(Money.ZERO);
    }

    /** The number of this form, which pays once however often it is sent. */
    public String getForm() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Credits that somebody might think would pay it. */
    public Money getCredits() {
        return ledger.balance(me.accountId()).available().max(Money.ZERO);
    }

    private boolean is(PurchaseStatus status) {
        CreditPurchase payment = getPayment();
        return payment != null && payment.status() == status;
    }

    private boolean isBankDebit() {
        CreditPurchase payment = getPayment();
        return payment != null && payment.methodType() == MethodType.US_BANK_ACCOUNT;
    }

    /** Whether the outcome is worth waiting for. */
    public boolean isRefreshing() {
        return is(PurchaseStatus.PROCESSING) && !isBankDebit();
    }

    /** The texts of the state that the newest payment is in. */
    public String getStateKey() {
        CreditPurchase payment = getPayment();
        if (payment == null) {
            return "pay.NONE";
        }
        return "pay." + (is(PurchaseStatus.PROCESSING) && isBankDebit() ? "PROCESSING_BANK" : payment.status());
    }

    /** The bank's page for the owner's approval, where it was asked for already. */
    public @Nullable String getApprovalUrl() {
        CreditPurchase payment = getPayment();
        return payment == null
                ? null
                : payment.actionUrl().map(Object::toString).orElse(null);
    }

    /** Until when the owner may approve. */
    public @Nullable Instant getApprovalEnds() {
        CreditPurchase payment = getPayment();
        return payment == null ? null : payment.createdAt().plus(CreditPurchase.APPROVAL_TIME);
    }

    /** Why it failed, and what to do about it. */
    public String getFailure() {
        CreditPurchase payment = getPayment();
        return payment == null ? "" : payment.failure().map(Messages::ofInvoice).orElse("");
    }
}
