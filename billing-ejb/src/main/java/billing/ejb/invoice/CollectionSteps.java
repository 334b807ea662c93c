package billing.ejb.invoice;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.invoice.CollectionPlan;
import billing.domain.payment.MethodType;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.InvoicePayment;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an unpaid invoice when its time comes, one step a transaction. A charge is only written down here, as a
 * payment that whoever runs due work makes: so no step waits for the gateway, and none is lost or made twice by a crash.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class CollectionSteps {
    /** Who charges on the due day. */
    static final String ACTOR = "system";

    private static final Duration LATER = Duration.ofMinutes(5);

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
    InvoiceMails mails;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** Takes the next step of an invoice, if its time has come. */
    public void step(String number) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AccountId id = invoices.accountOf(number).orElseThrow();
        BillingAccount account = accounts.lock(id).orElseThrow();
        ledger.lock(id);
        invoices.lock(number)
                .filter(invoice -> isDue(invoice, now))
                .ifPresent(invoice -> invoices.save(step(invoice, account, now), null));
    }

    private static boolean isDue(Collected invoice, Instant now) {
        Instant at = invoice.stepAt();
        return at != null && !at.isAfter(now);
    }

    private Collected step(Collected invoice, BillingAccount account, Instant now) {
        if (!invoice.status().isOpen()) {
            return invoice.next(null);
        }
        CollectionPlan plan = invoice.plan(configuration.grace());
        Optional<CreditPurchase> open = openPayment(invoice.number());
        if (open.isPresent()) {
            return await(open.get(), invoice, now);
        }
        if (plan.triesDue(now) > invoice.tries()) {
            return charge(invoice.tried(plan.triesDue(now)), account, now);
        }
        if (plan.isGraceOver(now) && !invoice.suspends()) {
            return suspend(invoice).next(plan.nextTry(now).orElse(null));
        }
        return invoice.next(later(invoice, now));
    }

    private Optional<CreditPurchase> openPayment(String number) {
        return purchases.paymentsOf(number).stream()
                .filter(payment -> payment.status().isOpen())
                .findFirst();
    }

    /** A payment that its bank asks back leaves its invoice paid until the bank has got it. */
    private Optional<CreditPurchase> lostPayment(String number) {
        return purchases.paymentsOf(number).stream()
                .filter(payment -> payment.status() == PurchaseStatus.DISPUTED)
                .findFirst();
    }

    private Collected charge(Collected invoice, BillingAccount account, Instant now) {
        Optional<PaymentMethod> method = account.defaultMethod()
                .flatMap(id -> methods.find(account.id(), id))
                .filter(found -> found.details().isSupported());
        if (method.isEmpty()) {
            Collected declined = invoice.pastDue();
            mails.notCharged(declined, now);
            return declined.next(later(declined, now));
        }
        return await(purchases.place(payment(invoice, account, method.get())), invoice, now);
    }

    private static InvoicePayment payment(Collected invoice, BillingAccount account, PaymentMethod method) {
        return new InvoicePayment(
                Ids.mint(Ids.PURCHASE),
                account,
                invoice.number(),
                invoice.invoice().open(),
                method,
                ACTOR,
                true);
    }

    /** A payment is open, whose outcome wakes the invoice; but its owner's bank is not waited for beyond the grace days. */
    private Collected await(CreditPurchase payment, Collected invoice, Instant now) {
        CollectionPlan plan = invoice.plan(configuration.grace());
        if (invoice.suspends()) {
            return invoice.next(null);
        }
        if (!plan.isGraceOver(now)) {
            return invoice.next(plan.graceEnd());
        }
        if (payment.status() == PurchaseStatus.PROCESSING && payment.methodType() == MethodType.US_BANK_ACCOUNT) {
            return invoice.next(null);
        }
        Instant patience = payment.createdAt().plus(CreditPurchase.CARD_TIME);
        return payment.status() == PurchaseStatus.PROCESSING && now.isBefore(patience)
                ? invoice.next(patience)
                : suspend(invoice).next(null);
    }

    private Collected suspend(Collected invoice) {
        ledger.pastDue(invoice.invoice().account(), true);
        mails.pastDue(invoice, lostPayment(invoice.number()));
        return invoice.suspending();
    }

    private @Nullable Instant later(Collected invoice, Instant now) {
        return later(invoice, now, configuration.grace());
    }

    /** When it is charged next, or access ends, whichever comes first. */
    static @Nullable Instant later(Collected invoice, Instant now, Duration grace) {
        CollectionPlan plan = invoice.plan(grace);
        Instant next = plan.nextTry(now).orElse(null);
        Instant end = plan.graceEnd();
        return invoice.suspends() || next != null && next.isBefore(end) ? next : end;
    }

    /** Something went wrong: not again at once. */
    public void postpone(String number) {
        invoices.postpone(number, clock.instant().plus(LATER));
    }
}
