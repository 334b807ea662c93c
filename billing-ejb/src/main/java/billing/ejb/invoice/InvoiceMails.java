package billing.ejb.invoice;

import billing.domain.invoice.CollectionPlan;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.ContactService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.MethodLabel;
import billing.ejb.notice.Phrase;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the owner is told about the collection of invoices, in the transaction in which it happens. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class InvoiceMails {
    @Inject
    ContactService contacts;

    @Inject
    Configuration configuration;

    void paid(CreditPurchase payment, Collected invoice) {
        List<Object> facts = List.of(payment.amount(), invoice.number(), new MethodLabel(payment.methodLabel()));
        tell(invoice, MailKind.INVOICE_PAID, facts);
    }

    /** A charge was declined. */
    void failed(CreditPurchase payment, Collected invoice, Instant now) {
        failed(invoice, payment.failure().orElse(DeclineCode.AUTHENTICATION_FAILED), now);
    }

    /** There was nothing to charge. */
    void notCharged(Collected invoice, Instant now) {
        failed(invoice, new Phrase("PAYMENT_FAILED.noMethod", List.of()), now);
    }

    private void failed(Collected invoice, Object reason, Instant now) {
        List<Object> declined = List.of(invoice.invoice().open(), invoice.number(), reason);
        failed(
                invoice,
                invoice.invoice().open(),
                new Phrase("PAYMENT_FAILED.declined", declined),
                nextTry(invoice, now),
                now);
    }

    /** Its bank took back what had paid it, or a part of that. */
    void returned(Money amount, CreditPurchase payment, Collected invoice, Instant now) {
        String key = amount.equals(invoice.open()) && !invoice.kept().isPositive() ? "returned" : "returnedPartly";
        Phrase what = new Phrase(
                "PAYMENT_FAILED." + key, List.of(amount, invoice.number(), new MethodLabel(payment.methodLabel())));
        failed(invoice, invoice.open(), what, new Phrase("PAYMENT_FAILED.last", List.of()), now);
    }

    private void failed(Collected invoice, Money open, Phrase what, Phrase next, Instant now) {
        CollectionPlan plan = invoice.plan(configuration.grace());
        tell(invoice, MailKind.PAYMENT_FAILED, List.of(open, invoice.number(), what, next, access(plan, invoice, now)));
    }

    private Phrase nextTry(Collected invoice, Instant now) {
        return invoice.plan(configuration.grace())
                .nextTry(now)
                .map(next -> new Phrase("PAYMENT_FAILED.again", List.of(next)))
                .orElseGet(() -> new Phrase("PAYMENT_FAILED.last", List.of()));
    }

    private static Phrase access(CollectionPlan plan, Collected invoice, Instant now) {
        return invoice.suspends() || plan.isGraceOver(now)
                ? new Phrase("PAYMENT_FAILED.stopped", List.of())
                : new Phrase("PAYMENT_FAILED.stops", List.of(plan.graceEnd()));
    }

    /**
     * Its grace days are over.
     *
     * @param lost a payment of it that its bank took back
     */
    void pastDue(Collected invoice, Optional<CreditPurchase> lost) {
        CollectionPlan plan = invoice.plan(configuration.grace());
        Phrase why = lost.map(payment -> new Phrase(
                        "PAST_DUE.returned", List.of(new MethodLabel(payment.methodLabel()), invoice.open())))
                .orElseGet(() -> new Phrase("PAST_DUE.unpaid", List.of(plan.dueAt())));
        tell(invoice, MailKind.PAST_DUE, List.of(invoice.open(), invoice.number(), why));
    }

    private void tell(Collected invoice, MailKind kind, List<Object> facts) {
        contacts.tell(invoice.invoice().account(), new Mail(kind, facts, "/invoices/" + invoice.number(), null));
    }
}
