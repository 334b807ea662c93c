package billing.domain.invoice;

import org.jspecify.annotations.Nullable;

/**
 * Whom a document is addressed to, as it was when it was issued.
 *
 * @param account the account's name
 * @param company null if the account's name is all that is known
 * @param purchaseOrder the buyer's own reference
 */
public record Buyer(
        String account,
        @Nullable String company,
        PostalAddress address,
        @Nullable String vatId,
        @Nullable String purchaseOrder) {
    /** Whose name stands in the window of the envelope. */
    public String name() {
        return company == null || company.isBlank() ? account : company;
    }
}
