package billing.ejb.access;

import billing.domain.access.AccessDecision;
import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.usage.Labels;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** May this account spend? True again in the commit that adds the credits, because the answer is read, not cached. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class AccessService {
    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    BudgetService budgets;

    /** The decision for the account as a whole; empty if there is no such account. */
    public Optional<AccessDecision> decide(AccountId id) {
        return decide(id, Labels.NONE);
    }

    /** The decision for what has these labels, which may have budgets of their own; empty if there is no such account. */
    public Optional<AccessDecision> decide(AccountId id, Labels labels) {
        return accounts.find(id).map(account -> decide(account).unless(budgets.refuses(id, labels)));
    }

    /** What the decision would be under other terms; empty if there is no such account. */
    public Optional<AccessDecision> decide(AccountId id, BillingTerms terms) {
        return accounts.find(id).map(account -> decide(account, terms).unless(budgets.refuses(id, Labels.NONE)));
    }

    private AccessDecision decide(BillingAccount account) {
        return decide(account, account.terms());
    }

    private AccessDecision decide(BillingAccount account, BillingTerms terms) {
        return AccessDecision.decide(
                account.status(),
                terms,
                ledger.purchases(account.id()),
                ledger.overdue(account.id()),
                ledger.balance(account.id()));
    }
}
