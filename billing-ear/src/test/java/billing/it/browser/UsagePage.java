package billing.it.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Settings → Usage. */
public final class UsagePage extends Shown {

    UsagePage(Page page) {
        super(page);
    }

    /** What was used in the month. */
    public String total() {
        return page.locator("#days .facts .money").first().innerText();
    }

    /** What a screen reader says of the bars. */
    public String chart() {
        return page.locator("svg.chart desc").textContent();
    }

    /** How many parts the bars have. */
    public int bars() {
        return page.locator("svg.chart .bar").count();
    }

    /** The lines of the breakdown: name and amount. */
    public List<String> lines() {
        return page.locator("#breakdown tbody tr").all().stream()
                .map(row -> row.locator("td")
                                .first()
                                .innerText()
                                .lines()
                                .findFirst()
                                .orElse("") + " " + row.locator("td").nth(1).innerText())
                .toList();
    }

    public UsagePage by(String dimension) {
        follow(dimension);
        return this;
    }

    /** The single events of a line. */
    public Shown eventsOf(String line) {
        follow(line);
        return new Shown(page);
    }

    /** What is in the file that the button gives. */
    public String csv() {
        Download download = page.waitForDownload(() -> follow("Download as CSV"));
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
