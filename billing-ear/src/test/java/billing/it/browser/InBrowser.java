package billing.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for a {@link Visitor} a fresh one: no cookies, a window of its own. Afterwards the test fails
 * on whatever went wrong behind the page; a failed test leaves a picture in {@code target/browser}.
 */
public final class InBrowser implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(InBrowser.class);

    /** One browser process for all tests of a run. */
    private static final class Running implements CloseableResource {
        private final Playwright playwright = Chromium.playwright();
        private final Browser browser = Chromium.launch(playwright);

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** The windows of one test, and what its pages complained about. */
    private static final class Windows {
        private final Browser browser;
        private final List<BrowserContext> open = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();

        Windows(Browser browser) {
            this.browser = browser;
        }

        Visitor visitor(boolean script) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script));
            context.onConsoleMessage(message -> {
                if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                    complaints.add(message.text());
                }
            });
            context.onWebError(error -> complaints.add(error.error()));
            open.add(context);
            return new Visitor(context.newPage());
        }

        void photograph(String name) {
            List<Page> pages =
                    open.stream().flatMap(context -> context.pages().stream()).toList();
            for (int i = 0; i < pages.size(); i++) {
                pages.get(i)
                        .screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target/browser", name + "-" + i + ".png")));
            }
        }

        void close() {
            open.forEach(BrowserContext::close);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Running running =
                test.getRoot().getStore(HERE).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
        store(test).put(Windows.class, new Windows(running.browser));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Windows windows = store(test).get(Windows.class, Windows.class);
        if (test.getExecutionException().isPresent()) {
            windows.photograph(test.getRequiredTestClass().getSimpleName() + "."
                    + test.getRequiredTestMethod().getName());
        }
        windows.close();
        if (!windows.complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", windows.complaints));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return store(test).get(Windows.class, Windows.class).visitor(!parameter.isAnnotated(WithoutScript.class));
    }

    private static Store store(ExtensionContext test) {
        return test.getStore(HERE);
    }
}
