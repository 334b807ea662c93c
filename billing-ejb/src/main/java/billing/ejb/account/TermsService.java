package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** How accounts pay, and how far below zero they may go. Access follows each change at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class TermsService {
    @Inject
    TermsSteps steps;

    @Inject
    TermsRepository changes;

    /** Puts other terms in force. Those that are in force already change nothing, and leave no record. */
    public TermsResult change(ChangeTerms command) {
        return steps.change(command);
    }

    /** Sets the owner's own limit, zero or more and never above that of the terms; null takes it back. */
    public TermsResult limit(AccountId account, @Nullable Money own, String actor) {
        return steps.limit(account, own, actor);
    }

    /** What changed, newest first; {@code after} is the number that the page before ended with. */
    public Page<TermsChange> changes(AccountId account, @Nullable String after, int limit) {
        return changes.changes(account, Page.before(after), limit);
    }
}
