package billing.domain.payment;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.net.URI;

/**
 * An amount to be charged. A repeated call must be equal in everything, or the gateway refuses the key.
 *
 * @param id the purchase's id: the idempotency key, and in the payment's metadata at the gateway
 * @param amount whole cents
 * @param returnUrl where the bank's page sends the owner back to
 * @param offSession whether it is made without the owner
 */
public record Charge(
        String id,
        AccountId account,
        String customerRef,
        String methodRef,
        MethodType methodType,
        Money amount,
        String currency,
        URI returnUrl,
        boolean offSession) {}
