package billing.domain.invoice;

import billing.domain.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on the receipt of a purchase of credits.
 *
 * @param number the purchase's id
 * @param method what was charged, in words
 * @param refunded what went back since
 * @param agreement what auto-recharge bought it under, null if a person did
 */
public record PurchaseReceipt(
        String number,
        LocalDate paid,
        Issuer issuer,
        Buyer buyer,
        String currency,
        Money amount,
        Money refunded,
        String method,
        @Nullable Agreement agreement) {
    /** A numbered agreement and its text. */
    public record Agreement(int number, String text) {}
}
