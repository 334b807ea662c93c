package billing.web.account;

import billing.ejb.account.AccountService;
import billing.ejb.account.Suspension;
import billing.ejb.account.SuspensionResult;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The page {@code /operator/suspend}: an account is stopped, or goes on. */
@Named("suspension")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class SuspensionBacking {
    private String reason = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private CustomerBacking customer;

    @Inject
    private MeBacking me;

    @Inject
    private AccountService accounts;

    @Inject
    private FormErrors errors;

    /** Stops the account. */
    public void suspend() {
        if (isRight()) {
            answer(accounts.suspend(command()), "suspended");
        }
    }

    /** Lets it go on. */
    public void resume() {
        if (isRight()) {
            answer(accounts.resume(command()), "resumed");
        }
    }

    private boolean isRight() {
        if (!customer.isHere()) {
            return false;
        }
        reason = Fields.tidy(reason);
        errors.at("reason", Fields.reason(reason, Messages.text("reason")));
        return !errors.found();
    }

    private Suspension command() {
        return new Suspension(customer.id(), reason, me.actor());
    }

    private void answer(SuspensionResult result, String done) {
        if (result == SuspensionResult.ACCOUNT_CLOSED) {
            errors.add(Messages.text("customer.closed"));
            errors.found();
            return;
        }
        String key = result == SuspensionResult.DONE ? done : "nothing";
        PageSession.tell(request, Messages.text("suspend." + key));
        Answers.goTo(customer.page());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
