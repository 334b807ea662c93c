package billing.it.crash;

import billing.it.Billing;
import billing.it.Property;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What {@code mvn -Prun} starts, in a process and a folder of its own, to be loaded, killed and started again. */
public final class QuickStart implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final String port;
    private final URI url;
    private final Map<String, String> environment = new HashMap<>();
    private Path scripts = Path.of(Property.of("billing.servers"));
    private @Nullable Process process;

    public QuickStart(String name) {
        this(name, Property.of("billing.crash.port"));
    }

    /** On a port of its own, beside another. */
    QuickStart(String name, String port) {
        this.port = port;
        url = URI.create("http://127.0.0.1:" + port + "/billing/");
        data = Path.of(Property.of("billing.work"), "crash", name + "-" + System.nanoTime());
    }

    /** On a PostgreSQL instead of a file of its own. */
    public QuickStart onDatabase(String jdbcUrl) {
        environment.put("BILLING_DB_URL", jdbcUrl);
        environment.put("BILLING_DB_USER", "postgres");
        environment.put("BILLING_DB_PASSWORD", "postgres");
        return this;
    }

    /** With other scripts than the shipped ones. */
    public QuickStart withScripts(Path folder) {
        scripts = folder;
        return this;
    }

    public URI url() {
        return url;
    }

    public Billing billing() {
        return Billing.at(url);
    }

    public long pid() {
        return running().pid();
    }

    /** Starts it and waits until it is ready. */
    public QuickStart start() {
        return start(List.of());
    }

    /** The same with a Byteman rule that ends the process at a certain point. */
    QuickStart startWithCrashAt(String rule) {
        Path script = Path.of("src/test/resources/crash", rule + ".btm").toAbsolutePath();
        return start(List.of("-javaagent:" + Property.of("byteman.jar") + "=script:" + script));
    }

    /** From now on a rule that asks for a file of this name in the data folder ends the process at its point. */
    void arm(String point) {
        try {
            Files.writeString(data.resolve(point), point);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void disarm(String point) {
        try {
            Files.delete(data.resolve(point));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As kill -STOP, or -CONT: it is silent for a while, and knows nothing of it. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
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
        try {
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder(commandLine(agents))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("console.log").toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitReady();
        return this;
    }

    private List<String> commandLine(List<String> agents) {
        String run = Property.of("billing.run");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + run + "/jvm.options");
        line.addAll(agents);
        line.add("-Dbilling.war=" + Property.of("billing.war"));
        line.add("-Dbilling.servers=" + scripts);
        line.add("-Dbilling.port=" + port);
        line.add("-Dbilling.address=127.0.0.1");
        line.add("-Dbilling.data=" + data);
        line.add("-classpath");
        line.add(
                Property.of("payara.micro.jar") + System.getProperty("path.separator") + Property.of("postgresql.jar"));
        line.add(run + "/QuickStart.java");
        return line;
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
}
