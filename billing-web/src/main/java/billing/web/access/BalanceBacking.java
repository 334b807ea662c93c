package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.domain.access.AccessReason;
import billing.domain.account.BillingTerms;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.ejb.access.AccessService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import billing.web.page.Messages;
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
        access = decisions.decide(me.accountId()).orElseThrow();
    }

    public Balance getNow() {
        return now;
    }

    public AccessDecision getAccess() {
        return access;
    }

    /** What would open access again. One who has bought and waits for it is not asked to buy once more. */
    public String getNextKey() {
        boolean waiting = access.reason() == AccessReason.NO_PURCHASE_YET && purchases.hasOpen(me.accountId());
        return waiting ? "access.NO_PURCHASE_YET.waiting" : "access." + access.reason() + ".next";
    }

    /** How far below zero the account may go, in words. */
    public String getLimit() {
        Money limit = access.limit();
        if (limit == null) {
            return Messages.text("balance.limit.none");
        }
        return limit.isPositive()
                ? Messages.text("balance.limit.below", Formats.money(limit, configuration.currency()))
                : Messages.text("balance.limit.prepaid");
    }

    /** The terms in words, with the tier where there is one. */
    public String getTerms() {
        BillingTerms terms = me.getAccount().terms();
        String name = Messages.of("terms", terms.type());
        return terms.tier() == null ? name : Messages.text("terms.tier", name, terms.tier());
    }
}
