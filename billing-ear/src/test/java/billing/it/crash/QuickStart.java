package billing.it.crash;

import billing.it.Billing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What {@code mvn -Prun} starts, in a folder of its own, to be killed and started again. */
final class QuickStart implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final URI url = URI.create("http://127.0.0.1:" + property("billing.crash.port") + "/billing/");
    private @Nullable Process process;

    QuickStart(String name) {
        data = Path.of(property("billing.work"), "crash", name + "-" + System.nanoTime());
    }

    Billing billing() {
        return Billing.at(url);
    }

    /** Starts it and waits until it is ready. */
    QuickStart start() {
        return start(List.of());
    }

    /** The same with a Byteman rule that ends the process at a certain point. */
    QuickStart startWithCrashAt(String rule) {
        Path script = Path.of("src/test/resources/crash", rule + ".btm").toAbsolutePath();
        return start(List.of("-javaagent:" + property("byteman.jar") + "=script:" + script));
    }

    /** As kill -9. */
    void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /** Waits for it to end and tells its exit code. */
    int awaitEnd() {
        try {
            if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Still running: " + data);
            }
            return running().exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private QuickStart start(List<String> agents) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + property("billing.run") + "/jvm.options");
        line.addAll(agents);
        line.add("-Dbilling.war=" + property("billing.war"));
        line.add("-Dbilling.servers=" + property("billing.servers"));
        line.add("-Dbilling.port=" + property("billing.crash.port"));
        line.add("-Dbilling.address=127.0.0.1");
        line.add("-Dbilling.data=" + data);
        line.add("-classpath");
        line.add(property("payara.micro.jar"));
        line.add(property("billing.run") + "/QuickStart.java");
        try {
            Files.createDirectories(data);
            process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("console.log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitReady();
        return this;
    }

    private void awaitReady() {
        HttpRequest ready = HttpRequest.newBuilder(url.resolve("health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && running().isAlive()) {
            if (answers(http, ready)) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        close();
        throw new AssertionError("Not ready; see " + data.resolve("console.log"));
    }

    private static boolean answers(HttpClient http, HttpRequest ready) {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is missing: run these tests by mvn verify");
        }
        return value;
    }
}
