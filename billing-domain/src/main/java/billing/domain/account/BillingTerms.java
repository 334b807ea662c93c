package billing.domain.account;

import billing.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an account.
 *
 * @param tier 1 to 5 for {@code BUILD}, else null
 * @param limit how far below zero the terms let the account go; null is no limit, which only a contract has
 * @param netDays days until an invoice is due, for {@code CONTRACT}, else null
 * @param ownLimit the owner's own, lower limit; null if the owner set none
 * @param plan what a contract is about, else null
 * @param endsAt when a contract ends and {@code PREPAID} applies; null if it has no end
 */
public record BillingTerms(
        TermsType type,
        @Nullable Integer tier,
        @Nullable Money limit,
        @Nullable Integer netDays,
        @Nullable Money ownLimit,
        @Nullable ContractPlan plan,
        @Nullable Instant endsAt) {
    public static final BillingTerms PREPAID = new BillingTerms(TermsType.PREPAID, null, Money.ZERO, null, null);
    /** The limit of {@code BUILD} tiers 1 to 4. */
    public static final Money BUILD_LIMIT = Money.of("100.00");

    /** Terms without a plan and without an end. */
    public BillingTerms(
            TermsType type,
            @Nullable Integer tier,
            @Nullable Money limit,
            @Nullable Integer netDays,
            @Nullable Money ownLimit) {
        this(type, tier, limit, netDays, ownLimit, null, null);
    }

    /** The limit that binds: the lower one of the terms' and the owner's; null if there is none. */
    public @Nullable Money spendingLimit() {
        if (limit == null) {
            return ownLimit;
        }
        return ownLimit == null ? limit : limit.min(ownLimit);
    }

    /** The same with another limit of the owner's; null for none. */
    public BillingTerms limitedTo(@Nullable Money own) {
        return new BillingTerms(type, tier, limit, netDays, own, plan, endsAt);
    }

    /** The same with a limit that the owner set under other terms, where these allow it. */
    public BillingTerms keeping(@Nullable Money own) {
        boolean stays = own != null && type != TermsType.PREPAID && allowsOwn(own);
        return limitedTo(stays ? own : null);
    }

    /** Whether an owner may set that limit: lower than the terms', or as low. */
    public boolean allowsOwn(Money own) {
        return limit == null || !own.isMoreThan(limit);
    }

    /** Whether they ended by then. */
    public boolean isOver(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    /** Whether what usage takes below zero is invoiced at the month's end. */
    public boolean isPostpaid() {
        return type != TermsType.PREPAID;
    }
}
