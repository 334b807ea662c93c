package billing.ejb.invoice;

import billing.domain.invoice.DocumentNumber;
import billing.domain.invoice.DueDay;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a draft becomes. */
record Stamp(Draft draft, DocumentNumber number, Instant issuedAt) {
    /** Nothing that is due needs to be paid: such an invoice is born paid. */
    InvoiceStatus status() {
        if (!draft.isInvoice()) {
            return InvoiceStatus.STATEMENT;
        }
        return draft.amountDue().isPositive() ? InvoiceStatus.ISSUED : InvoiceStatus.PAID;
    }

    @Nullable
    Instant dueAt() {
        return draft.isInvoice() ? DueDay.of(issuedAt, draft.netDays()) : null;
    }

    @Nullable
    Instant paidAt() {
        return status() == InvoiceStatus.PAID ? issuedAt : null;
    }

    /** When it is collected. */
    @Nullable
    Instant stepAt() {
        return status() == InvoiceStatus.ISSUED ? dueAt() : null;
    }

    /** Whether there is nothing to write a mail about: statements, and months in which nothing was used and nothing is due. */
    boolean isSilent() {
        return !draft.isInvoice()
                || (status() == InvoiceStatus.PAID && draft.usage().equals(Money.ZERO));
    }
}
