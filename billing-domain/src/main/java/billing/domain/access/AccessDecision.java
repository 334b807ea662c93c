package billing.domain.access;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "may this account spend?".
 *
 * @param available settled balance minus holds
 * @param limit how far below zero {@code available} may go; null if the contract sets no limit
 * @param epoch the balance's epoch that the answer belongs to
 * @param overdue what there is to be paid, which only the reason {@code PAST_DUE} tells of
 */
public record AccessDecision(
        AccessReason reason, Money available, @Nullable Money limit, long epoch, Overdue overdue) {
    /** A contract may set no limit; what can be counted has one, and holds stay far from it. */
    private static final Money DEEPEST = Money.of("4000000000.00");

    public boolean allowed() {
        return reason == AccessReason.OK;
    }

    /**
     * Decides. Where several reasons apply, the first of {@link AccessReason} is given.
     *
     * @param purchases completed purchases of at least the minimum that were not taken back
     */
    public static AccessDecision decide(
            AccountStatus status, BillingTerms terms, int purchases, Overdue overdue, Balance balance) {
        Money limit = terms.spendingLimit();
        AccessReason reason = overdue != Overdue.NOTHING && isOpen(status)
                ? AccessReason.PAST_DUE
                : reason(status, terms, purchases, balance.available(), limit);
        return new AccessDecision(reason, balance.available(), limit, balance.epoch(), overdue);
    }

    /** The same, where a hard budget may be reached: that is the last of the reasons. */
    public AccessDecision unless(boolean budgetReached) {
        return budgetReached && allowed()
                ? new AccessDecision(AccessReason.BUDGET_REACHED, available, limit, epoch, overdue)
                : this;
    }

    /** Whether that much can be held without going further below zero than the limit, or than can be counted. */
    public boolean covers(Money amount) {
        Money depth = limit == null ? DEEPEST : limit;
        return !amount.minus(depth).isMoreThan(available);
    }

    private static boolean isOpen(AccountStatus status) {
        return status == AccountStatus.ACTIVE;
    }

    private static AccessReason reason(
            AccountStatus status, BillingTerms terms, int purchases, Money available, @Nullable Money limit) {
        if (status == AccountStatus.CLOSED || status == AccountStatus.CLOSING) {
            return AccessReason.CLOSED;
        }
        if (status == AccountStatus.SUSPENDED) {
            return AccessReason.SUSPENDED;
        }
        if (purchases == 0 && terms.type() != TermsType.CONTRACT) {
            return AccessReason.NO_PURCHASE_YET;
        }
        if (limit == null || available.isMoreThan(limit.negated())) {
            return AccessReason.OK;
        }
        return limit.isPositive() ? AccessReason.LIMIT_REACHED : AccessReason.BALANCE_EXHAUSTED;
    }
}
