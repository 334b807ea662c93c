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

    /** The form in which auto-recharge is set. */
    public ThresholdsPage setsThresholds() {
        opens("settings/auto-recharge");
        return new ThresholdsPage(page);
    }

    /** Opens a link out of a mail. */
    public Shown followsMailedLink(String link) {
        page.navigate(link);
        return new Shown(page);
    }

    public UsagePage usage() {
        opens("settings/usage");
        return new UsagePage(page);
    }

    public AddCreditsPage addsCredits() {
        opens("settings/add-credits");
        return new AddCreditsPage(page);
    }

    /** The operators' prices. */
    public PricesPage prices() {
        opens("operator/prices");
        return new PricesPage(page);
    }

    /** What operators see of an account. */
    public OperatorAccountPage account(String id) {
        opens("operator/account?account=" + id);
        return new OperatorAccountPage(page);
    }

    /** What operators see of a purchase. */
    public OperatorAccountPage purchase(String id) {
        opens("operator/refund?purchase=" + id);
        return new OperatorAccountPage(page);
    }

    /** The operators' desk, on the page where an event lies. */
    public Shown desk(String event) {
        Shown desk = opens("operator/desk");
        page.getByText(event).first().waitFor();
        return desk;
    }

    /** Sends an event again that lies on the desk. */
    public Shown replays(String event) {
        Shown desk = desk(event);
        desk.press("Replay " + event);
        return desk;
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
