package billing.web.account;

import billing.domain.account.BillingTerms;
import billing.domain.money.Money;
import billing.web.page.Formats;
import billing.web.page.Messages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Terms in words. */
public final class TermsTexts {
    private TermsTexts() {}

    /** What they are called, with the tier or the plan where there is one. */
    public static String name(BillingTerms terms) {
        String name = Messages.of("terms", terms.type());
        if (terms.plan() != null) {
            return Messages.text("terms.plan", name, Messages.of("plan", terms.plan()));
        }
        return terms.tier() == null ? name : Messages.text("terms.tier", name, terms.tier());
    }

    /** How far below zero a limit lets the account go. */
    public static String limit(@Nullable Money limit, String currency) {
        if (limit == null) {
            return Messages.text("balance.limit.none");
        }
        return limit.isPositive()
                ? Messages.text("balance.limit.below", Formats.money(limit, currency))
                : Messages.text("balance.limit.prepaid");
    }

    /** When an invoice is due. */
    static String due(BillingTerms terms) {
        return switch (terms.type()) {
            case PREPAID -> Messages.text("terms.due.never");
            case BUILD -> Messages.text("terms.due.third");
            case CONTRACT ->
                Messages.text(
                        "terms.due.days", Optional.ofNullable(terms.netDays()).orElse(0));
        };
    }

    static String end(@Nullable Instant end) {
        return end == null ? Messages.text("terms.end.none") : Formats.minute(end);
    }
}
