package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.InvoiceKind;
import billing.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document that waits for its number.
 *
 * @param month as its column holds it
 */
record Draft(
        AccountId account,
        int month,
        InvoiceKind kind,
        Money amountDue,
        Money usage,
        @Nullable Integer netDays) {
    boolean isInvoice() {
        return kind == InvoiceKind.INVOICE;
    }
}
