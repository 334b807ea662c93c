package billing.ejb.account;

import billing.domain.account.BillingTerms;
import billing.domain.money.Money;
import billing.ejb.notice.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What terms mean once the credits are used up, as mails say it. */
public final class TermsPhrases {
    private TermsPhrases() {}

    /** What happens when they will be used up. */
    public static Phrase whenUsedUp(BillingTerms terms) {
        return byLimit("usedUp", terms.spendingLimit());
    }

    /** What happens now that they are used up. */
    public static Phrase usedUp(BillingTerms terms, Money available) {
        Money limit = terms.spendingLimit();
        if (limit != null && limit.isPositive() && !available.isMoreThan(limit.negated())) {
            return new Phrase("BALANCE_ZERO.reached", List.of(limit));
        }
        return byLimit("BALANCE_ZERO", limit);
    }

    /** How an account that is new is paid for. */
    static Phrase welcome(BillingTerms terms) {
        return terms.isPostpaid()
                ? new Phrase("WELCOME.invoiced", List.of(invoiced(terms)))
                : new Phrase("WELCOME.prepaid", List.of());
    }

    /** What becomes of usage below zero. */
    static Phrase invoiced(BillingTerms terms) {
        if (!terms.isPostpaid()) {
            return new Phrase("invoiced.not", List.of());
        }
        Integer days = terms.netDays();
        return days == null ? new Phrase("invoiced.third", List.of()) : new Phrase("invoiced.days", List.of(days));
    }

    /**
     * The same where the account is below zero when its terms change. What is below zero when a month ends is invoiced if the
     * terms invoice then, whenever it arose, because the next month opens at zero; and if they did when it arose.
     */
    static Phrase invoiced(BillingTerms before, BillingTerms now, Money debt) {
        Phrase invoiced = invoiced(now);
        if (!debt.isPositive() || !before.isPostpaid() && !now.isPostpaid()) {
            return invoiced;
        }
        String key = now.isPostpaid() ? "invoiced.debt" : "invoiced.stillDebt";
        return before.isPostpaid() && now.isPostpaid() ? invoiced : new Phrase(key, List.of(invoiced, debt));
    }

    private static Phrase byLimit(String family, @Nullable Money limit) {
        if (limit == null) {
            return new Phrase(family + ".unlimited", List.of());
        }
        return limit.isPositive()
                ? new Phrase(family + ".below", List.of(limit))
                : new Phrase(family + ".stops", List.of());
    }
}
