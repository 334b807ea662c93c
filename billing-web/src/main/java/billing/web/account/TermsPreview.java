package billing.web.account;

import billing.domain.access.AccessDecision;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.ledger.Balance;
import billing.web.page.Formats;
import billing.web.page.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * What other terms will change.
 *
 * @param lines what is now and what will be
 * @param notes what follows from it, in sentences
 */
public record TermsPreview(List<Line> lines, List<String> notes) {
    /** One thing, now and then. */
    public record Line(String what, String now, String then) {
        public boolean isChange() {
            return !now.equals(then);
        }
    }

    static TermsPreview of(
            BillingTerms now, BillingTerms wanted, CustomerBacking customer, AccessDecision then, String currency) {
        return new TermsPreview(
                List.of(
                        line("balance.terms", TermsTexts.name(now), TermsTexts.name(wanted)),
                        line(
                                "balance.limit",
                                TermsTexts.limit(now.spendingLimit(), currency),
                                TermsTexts.limit(wanted.spendingLimit(), currency)),
                        line("terms.due", TermsTexts.due(now), TermsTexts.due(wanted)),
                        line("terms.end", TermsTexts.end(now.endsAt()), TermsTexts.end(wanted.endsAt())),
                        line(
                                "balance.access",
                                Messages.of("access", customer.getAccess().reason()),
                                Messages.of("access", then.reason()))),
                notes(now, wanted, customer, currency));
    }

    private static Line line(String key, String now, String then) {
        return new Line(Messages.text(key), now, then);
    }

    private static List<String> notes(
            BillingTerms now, BillingTerms wanted, CustomerBacking customer, String currency) {
        List<String> notes = new ArrayList<>();
        Balance balance = customer.getBalance();
        if (wanted.type() == TermsType.PREPAID
                && now.type() != TermsType.PREPAID
                && balance.debt().isPositive()) {
            notes.add(Messages.text("termsForm.note.debt", Formats.money(balance.debt(), currency)));
        }
        if (wanted.isPostpaid() && !now.isPostpaid() && balance.debt().isPositive()) {
            notes.add(Messages.text("termsForm.note.debtInvoiced", Formats.money(balance.debt(), currency)));
        }
        if (wanted.type() == TermsType.PREPAID && customer.getReceivable().isPositive()) {
            notes.add(Messages.text("termsForm.note.invoices", Formats.money(customer.getReceivable(), currency)));
        }
        if (now.ownLimit() != null && wanted.ownLimit() == null) {
            notes.add(Messages.text("termsForm.note.own", Formats.money(now.ownLimit(), currency)));
        }
        if (balance.held().isPositive()) {
            notes.add(Messages.text("termsForm.note.holds", Formats.money(balance.held(), currency)));
        }
        if (wanted.endsAt() != null) {
            notes.add(Messages.text("termsForm.note.end", Formats.minute(wanted.endsAt())));
        }
        notes.add(Messages.text("termsForm.note.mail"));
        return notes;
    }
}
