package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.recharge.RechargeSettings;
import org.jspecify.annotations.Nullable;

/**
 * Settings that somebody agrees to.
 *
 * @param actor the member or the key
 * @param address where the request came from
 */
public record SaveRecharge(
        AccountId account,
        RechargeSettings settings,
        String actor,
        @Nullable String address) {}
