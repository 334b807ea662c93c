package billing.domain.invoice;

import billing.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on the receipt of a purchase of credits.
 *
 * @param number the purchase's id
 * @param method what was charged, in words
 * @param refunds what went back since, and when, oldest first
 * @param agreement what auto-recharge bought it under, null if a person did
 */
public record PurchaseReceipt(
        String number,
        LocalDate paid,
        Issuer issuer,
        Buyer buyer,
        String currency,
        Money amount,
        List<Refunded> refunds,
        String method,
        @Nullable Agreement agreement) {
    /** What went back on a day. */
    public record Refunded(LocalDate on, Money amount) {}

    /** A numbered agreement and its text. */
    public record Agreement(int number, String text) {}
}
