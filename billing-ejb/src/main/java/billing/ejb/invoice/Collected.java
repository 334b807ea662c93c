package billing.ejb.invoice;

import billing.domain.invoice.CollectionPlan;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoice on its way to being paid, as it is locked and saved.
 *
 * @param tries how many of the times to charge it were used
 * @param suspends whether it keeps its account from spending
 * @param kept what of its payments stays paid although it is open
 * @param stepAt when it is looked at next; null if something else wakes it, or nothing is left to be done
 */
record Collected(
        Invoice invoice,
        InvoiceStatus status,
        int tries,
        boolean suspends,
        Money kept,
        @Nullable Instant stepAt) {
    static Collected of(Invoice invoice) {
        return new Collected(
                invoice, invoice.status(), invoice.tries(), invoice.suspends(), invoice.kept(), invoice.stepAt());
    }

    String number() {
        return Objects.requireNonNull(invoice.number());
    }

    CollectionPlan plan(Duration grace) {
        return new CollectionPlan(Objects.requireNonNull(invoice.dueAt()), grace);
    }

    Collected next(@Nullable Instant at) {
        return new Collected(invoice, status, tries, suspends, kept, at);
    }

    Collected tried(int times) {
        return new Collected(invoice, status, times, suspends, kept, stepAt);
    }

    /** It was due and could not be charged. */
    Collected pastDue() {
        return new Collected(invoice, InvoiceStatus.PAST_DUE, tries, suspends, kept, stepAt);
    }

    /** Its grace days are over. */
    Collected suspending() {
        return new Collected(invoice, InvoiceStatus.PAST_DUE, tries, true, kept, stepAt);
    }

    /** What of it is paid now. */
    Money paidSoFar() {
        return status.isOpen() ? kept : invoice.amountDue().minus(invoice.credited());
    }

    /** What is still to be paid, whole cents. */
    Money open() {
        return status.isOpen() ? invoice.amountDue().minus(invoice.credited()).minus(kept) : Money.ZERO;
    }

    /** Some of what paid it, or all, is gone; who pays that again is its owner. */
    Collected reopened(Money lost, Instant nextStep) {
        return new Collected(
                invoice,
                InvoiceStatus.PAST_DUE,
                CollectionPlan.ALL_TRIES,
                suspends,
                paidSoFar().minus(lost),
                nextStep);
    }

    /** Less was paid than is owed by now. */
    Collected paidPartly(Money amount) {
        return new Collected(invoice, status, tries, suspends, kept.plus(amount), stepAt);
    }

    Collected paid() {
        return new Collected(invoice, InvoiceStatus.PAID, tries, false, kept, null);
    }
}
