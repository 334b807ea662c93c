package billing.it.browser;

import com.microsoft.playwright.Page;

/** The operators' list of prices, with the form that adds one. */
public final class PricesPage extends Shown {

    PricesPage(Page page) {
        super(page);
    }

    PricesPage sku(String code) {
        type("SKU", code);
        return this;
    }

    PricesPage countedIn(String unit) {
        type("Unit", unit);
        return this;
    }

    PricesPage costs(String unitPrice) {
        type("Price per unit", unitPrice);
        return this;
    }

    /** In UTC, such as {@code 2026-01-01T00:00}. */
    PricesPage from(String time) {
        type("In effect from", time);
        return this;
    }

    PricesPage adds() {
        press("Add price");
        return this;
    }

    /** The form with what stays the same for a SKU. */
    PricesPage nextPriceOf(String code) {
        follow("New price of " + code);
        return this;
    }
}
