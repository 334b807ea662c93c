package billing.domain.invoice;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;

/**
 * Takes back something that an invoice asked for.
 *
 * @param id the same for the same request
 * @param invoice the number of the invoice
 * @param amount whole cents
 * @param issuer the version of the issuer that issued it
 * @param buyer the version of the buyer's details that it was issued to: that of the invoice
 */
public record CreditNote(
        String number,
        String id,
        AccountId account,
        String invoice,
        Money amount,
        String reason,
        String actor,
        int issuer,
        int buyer,
        Instant issuedAt) {}
