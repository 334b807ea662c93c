package billing.it.browser;

import billing.it.server.Server;
import com.microsoft.playwright.Page;

/** Somebody with a browser, not logged in yet. */
public final class Visitor {

    private final Page page;

    Visitor(Page page) {
        this.page = page;
    }

    /** Goes to an address of the application. */
    public Shown opens(String path) {
        page.navigate(Server.chosen().url() + path);
        return new Shown(page);
    }

    public SignUpPage signsUp() {
        opens("sign-up");
        return new SignUpPage(page);
    }

    public LoginPage logsIn() {
        opens("login");
        return new LoginPage(page);
    }

    public SettingsPage settings() {
        opens("settings/billing");
        return new SettingsPage(page);
    }

    public AddCreditsPage addsCredits() {
        opens("settings/add-credits");
        return new AddCreditsPage(page);
    }

    /** As on a phone. */
    public Visitor onPhone() {
        page.setViewportSize(390, 844);
        return this;
    }

    /** With the dark colours. */
    public Visitor inTheDark() {
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        return this;
    }
}
