package billing.ejb.invoice;

import billing.domain.invoice.CollectionPlan;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoice on its way to being paid, as it is locked and saved.
 *
 * @param tries how many of the times to charge it were used
 * @param suspends whether it keeps its account from spending
 * @param stepAt when it is looked at next; null if something else wakes it, or nothing is left to be done
 */
record Collected(
        Invoice invoice,
        InvoiceStatus status,
        int tries,
        boolean suspends,
        @Nullable Instant stepAt) {
    static Collected of(Invoice invoice) {
        return new Collected(invoice, invoice.status(), invoice.tries(), invoice.suspends(), invoice.stepAt());
    }

    String number() {
        return Objects.requireNonNull(invoice.number());
    }

    CollectionPlan plan(Duration grace) {
        return new CollectionPlan(Objects.requireNonNull(invoice.dueAt()), grace);
    }

    Collected next(@Nullable Instant at) {
        return new Collected(invoice, status, tries, suspends, at);
    }

    Collected tried(int times) {
        return new Collected(invoice, status, times, suspends, stepAt);
    }

    /** It was due and could not be charged. */
    Collected pastDue() {
        return new Collected(invoice, InvoiceStatus.PAST_DUE, tries, suspends, stepAt);
    }

    /** Its grace days are over. */
    Collected suspending() {
        return new Collected(invoice, InvoiceStatus.PAST_DUE, tries, true, stepAt);
    }

    /** What paid it is gone; who pays it again is its owner. */
    Collected reopened(Instant nextStep) {
        return new Collected(invoice, InvoiceStatus.PAST_DUE, CollectionPlan.ALL_TRIES, false, nextStep);
    }

    Collected paid() {
        return new Collected(invoice, InvoiceStatus.PAID, tries, false, null);
    }
}
