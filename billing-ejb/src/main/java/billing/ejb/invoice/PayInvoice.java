package billing.ejb.invoice;

import org.jspecify.annotations.Nullable;

/**
 * An owner's wish to pay an invoice now.
 *
 * @param requestId minted by who asks: the same again is the same payment
 * @param methodId what pays; null for the default payment method
 */
public record PayInvoice(
        String number, String requestId, @Nullable String methodId, String actor) {}
