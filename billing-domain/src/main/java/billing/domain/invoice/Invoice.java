package billing.domain.invoice;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One closed month of one account. {@code opening + bought + granted + other - usage = closing}, and the next month opens with
 * {@code closing + amountDue + rounding}.
 *
 * @param number null until it is stamped
 * @param other what refunds, expiry, disputes and the like changed, signed
 * @param closing the balance at the month's end, before the debt moved
 * @param amountDue whole cents
 * @param rounding what was added to the balance, or taken, so that whole cents are due
 * @param credited what credit notes took off the amount due
 * @param kept while it is open again because a bank took a payment of it back: what of its payments was not taken
 * @param netDays null unless a contract says so
 * @param issuer the version of the issuer that issued it
 * @param buyer the version of the buyer's details that it was issued to, 0 if there were none
 * @param buyerName what the account was called then, empty until it is stamped
 * @param tries how often it was tried to charge it
 * @param suspends whether it keeps its account from spending
 * @param stepAt when something happens to it next: null if nothing does
 */
public record Invoice(
        AccountId account,
        YearMonth month,
        InvoiceKind kind,
        InvoiceStatus status,
        @Nullable String number,
        Money opening,
        Money bought,
        Money granted,
        Money other,
        Money usage,
        Money closing,
        Money amountDue,
        Money rounding,
        Money credited,
        Money kept,
        @Nullable Integer netDays,
        int issuer,
        int buyer,
        String buyerName,
        Instant closedAt,
        @Nullable Instant issuedAt,
        @Nullable Instant dueAt,
        @Nullable Instant paidAt,
        int tries,
        boolean suspends,
        @Nullable Instant stepAt) {
    /** What is still to be paid, whole cents. */
    public Money open() {
        return status.isOpen() ? amountDue.minus(credited).minus(kept) : Money.ZERO;
    }
}
