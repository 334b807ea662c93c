package billing.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium: the system's, else one that Playwright fetches, else one that is installed where that is allowed.
 * When there is none after all that, the tests fail and say what to do.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final int MINUTES = 10;

    private Chromium() {}

    static Playwright playwright() {
        return Playwright.create(new CreateOptions().setEnv(NO_DOWNLOAD));
    }

    static Browser launch(Playwright playwright) {
        return onThisMachine()
                .map(program -> start(playwright, options().setExecutablePath(program)))
                .or(() -> fetched(playwright))
                .or(() -> installed(playwright))
                .orElseThrow(() -> new IllegalStateException("The browser tests need Chromium. None was found on the"
                        + " PATH, none could be fetched, none could be installed: apt-get install chromium"));
    }

    private static Optional<Path> onThisMachine() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Browser> fetched(Playwright playwright) {
        ProcessBuilder fetch = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        fetch.command().addAll(List.of("install", "chromium"));
        fetch.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        if (!succeeds(fetch)) {
            return Optional.empty();
        }
        try {
            return Optional.of(start(playwright, options()));
        } catch (PlaywrightException lacksLibrariesOfTheSystem) {
            return Optional.empty();
        }
    }

    private static Optional<Browser> installed(Playwright playwright) {
        boolean done = succeeds(new ProcessBuilder("apt-get", "update"))
                && succeeds(new ProcessBuilder("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
        return done
                ? onThisMachine().map(program -> start(playwright, options().setExecutablePath(program)))
                : Optional.empty();
    }

    private static boolean succeeds(ProcessBuilder command) {
        try {
            Process process = command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Browser start(Playwright playwright, LaunchOptions options) {
        return playwright.chromium().launch(options);
    }

    /** Chromium refuses to run its sandbox as root, which is what a build in a container is. */
    private static LaunchOptions options() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new LaunchOptions().setArgs(root ? List.of("--no-sandbox") : List.of());
    }
}
