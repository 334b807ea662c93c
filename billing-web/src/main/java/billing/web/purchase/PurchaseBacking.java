package billing.web.purchase;

import billing.domain.payment.DisputeStatus;
import billing.domain.payment.MethodType;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Dispute;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refund;
import billing.domain.purchase.RefundStatus;
import billing.ejb.purchase.DisputeService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.purchase.RefundService;
import billing.web.account.MeBacking;
import billing.web.page.AddressFilter;
import billing.web.page.Answers;
import billing.web.page.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages {@code /purchases/…}: what became of a purchase, and its receipt. What the bank's page adds to the address is
 * dropped: it belongs in nobody's history.
 */
@Named("purchase")
@RequestScoped
public class PurchaseBacking {
    private @Nullable CreditPurchase purchase;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PurchaseService service;

    @Inject
    private DisputeService disputes;

    @Inject
    private RefundService refunds;

    @PostConstruct
    void load() {
        purchase = Optional.ofNullable((String) request.getAttribute(AddressFilter.ID))
                .flatMap(service::find)
                .filter(found -> found.account().equals(me.accountId()))
                .orElse(null);
    }

    /** Shows the purchase. One that waits for the bank is asked after: its owner may be coming from there. */
    public void arrive() {
        if (purchase == null) {
            Answers.notFound();
            return;
        }
        if (purchase.isInvoicePayment()) {
            Answers.goTo("/invoices/" + purchase.invoiceNumber().orElseThrow());
            return;
        }
        if (purchase.status() == PurchaseStatus.ACTION_REQUIRED) {
            purchase = service.refresh(purchase.id()).orElse(purchase);
        }
        if (request.getQueryString() != null) {
            Answers.goTo("/purchases/" + purchase.id());
        }
    }

    /** Shows the receipt, if there is one. */
    public void arriveForReceipt() {
        if (purchase == null || !purchase.status().isPaid() || purchase.isInvoicePayment()) {
            Answers.notFound();
        }
    }

    public CreditPurchase getIt() {
        return Objects.requireNonNull(purchase);
    }

    private boolean isProcessing() {
        return getIt().status() == PurchaseStatus.PROCESSING;
    }

    /** Whether the outcome is worth waiting for. */
    public boolean isRefreshing() {
        return isProcessing() && !isBankDebit();
    }

    private boolean isBankDebit() {
        return getIt().methodType() == MethodType.US_BANK_ACCOUNT;
    }

    /** The bank's page for the owner's approval. */
    public @Nullable String getApprovalUrl() {
        return getIt().actionUrl().map(Object::toString).orElse(null);
    }

    /** Until when the owner may approve. */
    public Instant getApprovalEnds() {
        return getIt().createdAt().plus(CreditPurchase.APPROVAL_TIME);
    }

    public @Nullable Instant getCompletedAt() {
        return getIt().completedAt().orElse(null);
    }

    /** Why it failed. */
    public String getFailure() {
        return getIt().failure().map(code -> Messages.of("decline", code)).orElse("");
    }

    /** What to do about it. */
    public String getFailureNext() {
        return getIt().failure().map(code -> Messages.next("decline", code)).orElse("");
    }

    /** What went back of it, oldest first. */
    public List<Refund> getRefunds() {
        return refunds.list(getIt().id()).stream()
                .filter(refund -> refund.status() != RefundStatus.FAILED)
                .toList();
    }

    /** What banks ask or asked back of it, oldest first; inquiries that moved nothing aside. */
    public List<Dispute> getDisputes() {
        return disputes.list(getIt().id()).stream()
                .filter(dispute -> dispute.status() == DisputeStatus.OPEN || dispute.status() == DisputeStatus.LOST)
                .toList();
    }

    private boolean isLost() {
        return getDisputes().stream().anyMatch(dispute -> dispute.status() == DisputeStatus.LOST)
                && getDisputes().stream().noneMatch(dispute -> dispute.status() == DisputeStatus.OPEN);
    }

    /** The texts of the state it is in. */
    public String getStateKey() {
        if (isProcessing() && isBankDebit()) {
            return "purchase.PROCESSING_BANK";
        }
        if (getIt().status() == PurchaseStatus.EXPIRED && getIt().isGivenUp()) {
            return "purchase.CALLED_OFF";
        }
        boolean disputed = getIt().status() == PurchaseStatus.DISPUTED;
        return "purchase." + (disputed && isLost() ? "DISPUTE_LOST" : getIt().status());
    }
}
