package billing.it.browser;

import com.microsoft.playwright.Page;

/** Auto-recharge: the settings, then what they mean, then a yes. */
public final class ThresholdsPage extends Shown {

    ThresholdsPage(Page page) {
        super(page);
    }

    public ThresholdsPage below(String threshold) {
        type("When balance goes below", threshold);
        return this;
    }

    public ThresholdsPage upTo(String target) {
        type("Bring credit balance up to", target);
        return this;
    }

    public ThresholdsPage reviews() {
        press("Review");
        return this;
    }

    public SettingsPage agrees() {
        press("Agree and save");
        return new SettingsPage(page);
    }
}
