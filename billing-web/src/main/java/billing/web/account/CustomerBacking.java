package billing.web.account;

import billing.domain.access.AccessDecision;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.ejb.access.AccessService;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.Owed;
import billing.ejb.runtime.Configuration;
import billing.web.page.Answers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account that an operators' page is about: the one that its address or its form names. */
@Named("customer")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class CustomerBacking {
    private @Nullable BillingAccount account;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AccountService accounts;

    @Inject
    private LedgerService ledger;

    @Inject
    private AccessService decisions;

    @Inject
    private Configuration configuration;

    @PostConstruct
    void load() {
        account = Optional.ofNullable(request.getParameter("account"))
                .flatMap(AccountId::parse)
                .flatMap(accounts::find)
                .orElse(null);
    }

    /** There is no page about no account. */
    public void arrive() {
        isHere();
    }

    /** Whether there is such an account; if there is none, that is the answer. */
    boolean isHere() {
        if (account == null) {
            Answers.notFound();
        }
        return account != null;
    }

    /** Null only while the answer is that there is none. */
    public @Nullable BillingAccount getAccount() {
        return account;
    }

    BillingAccount get() {
        return Optional.ofNullable(account).orElseThrow();
    }

    public AccountId id() {
        return get().id();
    }

    /** The page about the account. */
    String page() {
        return "/operator/account?account=" + id();
    }

    public Balance getBalance() {
        return ledger.balance(id());
    }

    /** What is owed on invoices. */
    public Money getReceivable() {
        return ledger.receivable(id());
    }

    /** What is owed, or can't be spent, beside the balance. */
    public Owed getOwed() {
        return ledger.owed(id());
    }

    public AccessDecision getAccess() {
        return decisions.decide(id()).orElseThrow();
    }

    /** The terms in words. */
    public String getTerms() {
        return TermsTexts.name(get().terms());
    }

    /** How far below zero the account may go, in words. */
    public String getLimit() {
        return TermsTexts.limit(get().terms().spendingLimit(), configuration.currency());
    }

    public String getDue() {
        return TermsTexts.due(get().terms());
    }
}
