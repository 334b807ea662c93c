package billing.ejb.invoice;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.InvoicePayment;
import billing.ejb.purchase.PurchaseService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down an owner's payment of an invoice before anybody is charged. All who pay an invoice come one after the other,
 * because each locks the account.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class PaymentSteps {
    @Inject
    AccountService accounts;

    @Inject
    PaymentMethodService methods;

    @Inject
    PurchaseService purchases;

    @Inject
    LedgerService ledger;

    @Inject
    CollectionRepository invoices;

    @Inject
    InstantSource clock;

    /**
     * What became of opening a payment.
     *
     * @param isNew whether who opened it has to charge it
     * @param inTheWay the id of an open payment that has to be cancelled before; then {@code result} is that payment
     */
    public record Opened(
            PayResult result, boolean isNew, @Nullable String inTheWay) {
        static Opened refused(PayRefusal reason) {
            return new Opened(new PayResult.Refused(reason), false, null);
        }

        static Opened there(CreditPurchase payment) {
            return new Opened(new PayResult.Accepted(payment), false, null);
        }
    }

    /**
     * Opens a payment, unless one is open.
     *
     * @param mayReplace whether an open one that waits for the owner may be given up for this one
     */
    public Opened open(PayInvoice command, boolean mayReplace) {
        Optional<AccountId> account = invoices.accountOf(command.number());
        if (account.isEmpty()) {
            return Opened.refused(PayRefusal.NO_SUCH_INVOICE);
        }
        BillingAccount payer = accounts.lock(account.get()).orElseThrow();
        Optional<CollectionRepository.Request> before = invoices.request(command.requestId());
        if (before.isPresent()) {
            return again(command, before.get());
        }
        ledger.lock(account.get());
        Invoice invoice = invoices.lock(command.number()).orElseThrow().invoice();
        if (!invoice.status().isOpen()) {
            return Opened.refused(
                    invoice.status() == InvoiceStatus.PAID ? PayRefusal.ALREADY_PAID : PayRefusal.NOTHING_DUE);
        }
        Optional<PaymentMethod> method = method(command, payer);
        if (method.isEmpty()) {
            return Opened.refused(
                    command.methodId() == null ? PayRefusal.NO_PAYMENT_METHOD : PayRefusal.NO_SUCH_METHOD);
        }
        if (!method.get().details().isSupported()) {
            return Opened.refused(PayRefusal.CARD_NOT_SUPPORTED);
        }
        return purchases.paymentsOf(command.number()).stream()
                .filter(payment -> payment.status().isOpen())
                .findFirst()
                .map(open -> there(command, open, method.get(), mayReplace))
                .orElseGet(() -> place(command, payer, invoice, method.get()));
    }

    private Opened again(PayInvoice command, CollectionRepository.Request before) {
        boolean same =
                before.number().equals(command.number()) && Objects.equals(before.methodId(), command.methodId());
        return purchases.paymentsOf(before.number()).stream()
                .filter(payment -> same && payment.id().equals(before.purchaseId()))
                .findFirst()
                .map(Opened::there)
                .orElse(Opened.refused(PayRefusal.KEY_REUSED));
    }

    private Optional<PaymentMethod> method(PayInvoice command, BillingAccount payer) {
        return Optional.ofNullable(command.methodId())
                .or(payer::defaultMethod)
                .flatMap(id -> methods.find(payer.id(), id));
    }

    /** What is under way is waited for; what waits for the owner, who is here now, gives way to what the owner wants now. */
    private Opened there(PayInvoice command, CreditPurchase open, PaymentMethod method, boolean mayReplace) {
        if (mayReplace && open.status() == PurchaseStatus.ACTION_REQUIRED) {
            purchases.giveUp(open.id());
            return new Opened(new PayResult.Accepted(open), false, open.id());
        }
        note(command, open);
        return Opened.there(open);
    }

    private Opened place(PayInvoice command, BillingAccount payer, Invoice invoice, PaymentMethod method) {
        CreditPurchase payment = purchases.place(new InvoicePayment(
                command.requestId(), payer, command.number(), invoice.open(), method, command.actor(), false));
        note(command, payment);
        return new Opened(new PayResult.Accepted(payment), true, null);
    }

    private void note(PayInvoice command, CreditPurchase payment) {
        invoices.add(
                command.requestId(),
                new CollectionRepository.Request(command.number(), command.methodId(), payment.id()),
                clock.instant());
    }
}
