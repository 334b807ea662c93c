package billing.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The dialog in which credits are bought. */
public final class AddCreditsPage extends Shown {

    AddCreditsPage(Page page) {
        super(page);
    }

    public AddCreditsPage amount(String amount) {
        type("Amount", amount);
        return this;
    }

    /** Fills in the fields that turn auto-recharge on with the purchase. */
    public AddCreditsPage rechargingBelow(String threshold, String rechargeAmount) {
        type("Auto-recharge threshold", threshold);
        type("Auto-recharge amount", rechargeAmount);
        return this;
    }

    /** What the page says will be charged. */
    public String total() {
        return page.locator("#total").innerText();
    }

    public Shown purchases() {
        press("Purchase");
        return new Shown(page);
    }

    /** As people do who are not sure that the first click went through. */
    public Shown purchasesWithADoubleClick() {
        button("Purchase").dblclick(new Locator.DblclickOptions().setNoWaitAfter(true));
        page.waitForURL("**/purchases/**");
        return new Shown(page);
    }
}
