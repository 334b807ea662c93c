package billing.it.browser;

import com.microsoft.playwright.Page;

/** The gateway's own page, where the card is typed; it leads back to us. */
public final class HostedPage extends Shown {

    HostedPage(Page page) {
        super(page);
    }

    public Shown saves(String number) {
        type("Card number", number);
        type("Expires (MM/YY)", "12/40");
        type("Security code", number.startsWith("3") ? "1234" : "123");
        type("Name on card", "Ada Lovelace");
        type("ZIP or postcode", "94105");
        press("Save card");
        return new Shown(page);
    }
}
