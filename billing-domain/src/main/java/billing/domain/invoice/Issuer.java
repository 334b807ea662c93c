package billing.domain.invoice;

import org.jspecify.annotations.Nullable;

/**
 * Who issues documents: the company that runs this system.
 *
 * @param registration the number in a trade register or with the tax office
 * @param vatId null if it is not registered for VAT
 * @param tax how its documents are taxed
 */
public record Issuer(
        String name,
        PostalAddress address,
        String registration,
        @Nullable String vatId,
        String email,
        VatCategory tax) {}
