package billing.domain.payment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway tells of a payment method.
 *
 * @param ref the gateway's id of it
 * @param brand a card's network or a bank's name
 * @param expMonth 1 to 12, null for a bank account
 * @param funding credit, debit, prepaid or unknown; null for a bank account
 */
public record MethodDetails(
        String ref,
        MethodType type,
        String brand,
        String last4,
        @Nullable Integer expMonth,
        @Nullable Integer expYear,
        @Nullable String funding) {
    private static final Set<String> NETWORKS = Set.of("visa", "mastercard", "amex");

    /** Whether we take it: bank accounts, and cards of the three networks that are not prepaid. */
    public boolean isSupported() {
        return type == MethodType.US_BANK_ACCOUNT || NETWORKS.contains(brand) && !"prepaid".equals(funding);
    }
}
