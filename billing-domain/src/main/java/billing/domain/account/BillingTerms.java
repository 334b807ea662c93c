package billing.domain.account;

import billing.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an account.
 *
 * @param tier 1 to 5 for {@code BUILD}, else null
 * @param limit how far below zero the terms let the account go; null is no limit, which only a contract has
 * @param netDays days until an invoice is due, for {@code CONTRACT}, else null
 * @param ownLimit the owner's own, lower limit; null if the owner set none
 */
public record BillingTerms(
        TermsType type,
        @Nullable Integer tier,
        @Nullable Money limit,
        @Nullable Integer netDays,
        @Nullable Money ownLimit) {
    public static final BillingTerms PREPAID = new BillingTerms(TermsType.PREPAID, null, Money.ZERO, null, null);
    /** The limit of {@code BUILD} tiers 1 to 4. */
    public static final Money BUILD_LIMIT = Money.of("100.00");

    /** The limit that binds: the lower one of the terms' and the owner's; null if there is none. */
    public @Nullable Money spendingLimit() {
        if (limit == null) {
            return ownLimit;
        }
        return ownLimit == null ? limit : limit.min(ownLimit);
    }
}
