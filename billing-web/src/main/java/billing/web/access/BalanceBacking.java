package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.domain.access.AccessReason;
import billing.domain.account.AccountStatus;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import billing.ejb.access.AccessService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.Owed;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.account.TermsTexts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The Balance panel: the first thing to look at when access is refused in spite of a balance. */
@Named("balance")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class BalanceBacking {
    private Balance now;
    private AccessDecision access;
    private Owed owed;

    @Inject
    private MeBacking me;

    @Inject
    private LedgerService ledger;

    @Inject
    private PurchaseService purchases;

    @Inject
    private AccessService decisions;

    @Inject
    private Configuration configuration;

    @PostConstruct
    void load() {
        now = ledger.balance(me.accountId());
        owed = ledger.owed(me.accountId());
        access = decisions.decide(me.accountId()).orElseThrow();
    }

    public Balance getNow() {
        return now;
    }

    /** Credits that disputes keep until the bank decides. */
    public Money getFrozen() {
        return owed.frozen();
    }

    /** What lost disputes took after it was spent. */
    public Money getDisputeDebt() {
        return owed.disputeDebt();
    }

    /** The purchase that pays it. */
    public Money getPaysDisputeDebt() {
        return purchases.paysDisputeDebt(me.accountId()).orElse(Money.ZERO);
    }

    /** What is owed on invoices, which no credits pay. */
    public Money getReceivable() {
        return owed.receivable();
    }

    public AccessDecision getAccess() {
        return access;
    }

    /** Whether access is refused for another reason than the debt of a dispute, which has its own words. */
    public boolean isRefused() {
        return !access.allowed()
                && !(access.reason() == AccessReason.PAST_DUE && access.overdue() == Overdue.DISPUTE_DEBT);
    }

    /** Whether it is being deleted, which takes until all is paid that is to be paid, either way. */
    public boolean isClosing() {
        return me.getAccount().status() == AccountStatus.CLOSING;
    }

    /** Why access is refused, in a word or two. */
    public String getRefusedKey() {
        return isClosing() ? "access.closing" : "access." + access.reason();
    }

    /** What would open access again. One who has bought and waits for it is not asked to buy once more. */
    public String getNextKey() {
        if (isClosing()) {
            return owed.receivable().isPositive() ? "access.closing.owes" : "access.closing.next";
        }
        boolean waiting = access.reason() == AccessReason.NO_PURCHASE_YET && purchases.isBuying(me.accountId());
        return waiting ? "access.NO_PURCHASE_YET.waiting" : "access." + access.reason() + ".next";
    }

    /** Whether what opens access is on the page of the invoices. */
    public boolean isInvoiceOverdue() {
        return access.reason() == AccessReason.PAST_DUE && access.overdue() == Overdue.INVOICE;
    }

    /** How far below zero the account may go, in words. */
    public String getLimit() {
        return TermsTexts.limit(access.limit(), configuration.currency());
    }

    /** The terms in words, with the tier where there is one. */
    public String getTerms() {
        return TermsTexts.name(me.getAccount().terms());
    }
}
