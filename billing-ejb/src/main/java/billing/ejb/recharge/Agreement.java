package billing.ejb.recharge;

import billing.domain.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A numbered record of a change of the settings: the consent that a bank or a customer asks for when a charge is disputed.
 *
 * @param text exactly what was agreed to
 * @param actor who agreed: a member or a key; {@code system} where auto-recharge stopped by itself
 * @param address where from
 */
public record Agreement(
        AccountId account,
        int number,
        String text,
        String actor,
        @Nullable String address,
        Instant agreedAt) {}
