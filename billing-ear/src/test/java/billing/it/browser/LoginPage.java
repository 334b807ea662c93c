package billing.it.browser;

import com.microsoft.playwright.Page;

/** Email and password. */
public final class LoginPage extends Shown {

    LoginPage(Page page) {
        super(page);
    }

    public Shown with(String email, String password) {
        type("Email", email);
        type("Password", password);
        press("Log in");
        return new Shown(page);
    }
}
