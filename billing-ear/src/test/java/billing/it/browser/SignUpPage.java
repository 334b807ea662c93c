package billing.it.browser;

import com.microsoft.playwright.Page;

/** Name, email, password and account name; then the card, then the first credits. */
public final class SignUpPage extends Shown {

    SignUpPage(Page page) {
        super(page);
    }

    public SignUpPage as(String name, String email, String password, String accountName) {
        type("Your name", name);
        type("Email", email);
        type("Password", password);
        type("Account name", accountName);
        return this;
    }

    public SignUpPage creates() {
        press("Create account");
        return this;
    }

    /** The second step: to the gateway's page. */
    public HostedPage addsCard() {
        press("Add card");
        return new HostedPage(page);
    }
}
