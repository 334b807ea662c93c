package billing.it.browser;

import com.microsoft.playwright.Page;

/** Settings → Billing. */
public final class SettingsPage extends Shown {

    SettingsPage(Page page) {
        super(page);
    }

    /** The large figure of the Balance panel. */
    public String balance() {
        return page.locator("#balance .big .money").innerText();
    }

    public String paymentMethods() {
        return page.locator("#methods").innerText();
    }

    public String purchases() {
        return page.locator("#purchases").innerText();
    }

    /** The panel Auto-recharge. */
    public String recharge() {
        return page.locator("#recharge").innerText();
    }

    /** The panel Balance alerts. */
    public String alerts() {
        return page.locator("#alerts").innerText();
    }

    public String activity() {
        return page.locator("#activity").innerText();
    }

    public AddCreditsPage addsCredits() {
        follow("+ Add Credits");
        return new AddCreditsPage(page);
    }
}
