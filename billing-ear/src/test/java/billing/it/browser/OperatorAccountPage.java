package billing.it.browser;

import com.microsoft.playwright.Page;

/** What operators see of an account, and the forms that it leads to. */
public final class OperatorAccountPage extends Shown {

    OperatorAccountPage(Page page) {
        super(page);
    }

    /** Stops the account, or lets it go on. */
    OperatorAccountPage isTold(String link, String button, String reason) {
        follow(link);
        type("Reason", reason);
        press(button);
        return this;
    }

    OperatorAccountPage gives(String amount, String lastDay, String reason) {
        follow("Give credits");
        type("Amount", amount);
        type("Last day", lastDay);
        type("Reason", reason);
        press("Give credits");
        return this;
    }

    /** Looks at what a contract with this limit would change. */
    OperatorAccountPage proposesContract(String limit, String reason) {
        follow("Change terms");
        choose("Contract");
        type("Limit below zero", limit);
        type("Reason", reason);
        press("Review");
        return this;
    }

    OperatorAccountPage confirmsTerms() {
        press("Change terms");
        return this;
    }

    /** Pays back a part of the purchase that the page shows. */
    OperatorAccountPage paysBack(String amount, String reason) {
        type("Amount", amount);
        type("Reason", reason);
        press("Pay back");
        return this;
    }
}
