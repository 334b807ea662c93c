package billing.it.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever page is shown: what every page has, and the ways to type and press. */
public class Shown {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    final Page page;

    Shown(Page page) {
        this.page = page;
    }

    public String heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .innerText();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /** What the page before has left to be told. */
    public List<String> notices() {
        return page.locator("main > .notice").allInnerTexts();
    }

    /** The address below the application's, without its query. */
    public String path() {
        return java.net.URI.create(page.url()).getPath().replaceFirst("^/billing", "");
    }

    /** The message at a field, or nothing. */
    public String errorAt(String label) {
        String described = page.getByLabel(label, exactly()).getAttribute("aria-describedby");
        return described == null
                ? ""
                : Stream.of(described.split(" "))
                        .filter(id -> id.endsWith("-error"))
                        .map(id -> page.locator("[id='" + id + "']").innerText())
                        .collect(Collectors.joining());
    }

    /** What is in a field now. */
    public String valueOf(String label) {
        return page.getByLabel(label, exactly()).inputValue();
    }

    /** What a person who can't see, can't use a mouse or has a small screen would stumble over; empty is good. */
    public List<String> barriers() {
        Stream<String> found = new AxeBuilder(page)
                .withTags(WCAG_2_2_AA).analyze().getViolations().stream().map(Shown::describe);
        return Stream.concat(found, tooWide()).toList();
    }

    private Stream<String> tooWide() {
        int pixels = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        return pixels > 0 ? Stream.of("reflow: " + pixels + " px wider than the screen") : Stream.empty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }

    void type(String label, String text) {
        page.getByLabel(label, exactly()).fill(text);
    }

    void choose(String label) {
        page.getByLabel(label, exactly()).check();
    }

    void press(String button) {
        button(button).click();
    }

    /** Presses what asks once more, and says yes. */
    void confirms(String summary, String yes) {
        page.locator("details.confirm > summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
        press(yes);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
