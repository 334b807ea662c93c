package billing.it.server;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** WildFly as an administrator sets it up who follows the README, without Arquillian. */
public final class StandaloneWildFly implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path work = Path.of(Property.of("billing.work"));
    private final Path home = work.resolve("wildfly-" + Property.of("wildfly.version"));
    private final String port = Property.of("billing.crash.port");
    private final String managementPort = Property.of("billing.management.port");
    private final URI url = URI.create("http://127.0.0.1:" + port + "/billing/");
    private final String database;
    private final Path log;
    private @Nullable Process launcher;

    /** On a PostgreSQL that is there. */
    public StandaloneWildFly(String database, Path log) {
        this.database = database;
        this.log = log;
    }

    public URI url() {
        return url;
    }

    /** The process of the server itself, not of the script that started it. */
    public long pid() {
        return launcher == null
                ? -1
                : launcher.descendants()
                        .filter(each -> each.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow()
                        .pid();
    }

    /** Starts it and connects it to its database. */
    public void start() {
        Folder.deleteAll(home.resolve("modules/org/postgresql"));
        Folder.deleteAll(home.resolve("standalone/data"));
        Folder.deleteAll(home.resolve("standalone/deployments"));
        Folder.copy(Server.driver(), work.resolve("postgresql.jar"));
        Folder.makeExecutable(home.resolve("bin/standalone.sh"));
        Folder.makeExecutable(home.resolve("bin/jboss-cli.sh"));
        launch();
        awaitStatus("/", 200);
        cli("--file=" + Server.script("wildfly-postgresql.cli"));
    }

    private void launch() {
        try {
            Files.createDirectories(home.resolve("standalone/deployments"));
            ProcessBuilder builder = new ProcessBuilder(
                            home.resolve("bin/standalone.sh").toString(),
                            "--read-only-server-config=standalone.xml",
                            "-Djboss.http.port=" + port,
                            "-Djboss.https.port=" + Property.of("billing.https.port"),
                            "-Djboss.management.http.port=" + managementPort)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "BILLING_DB_URL", database,
                            "BILLING_DB_USER", "postgres",
                            "BILLING_DB_PASSWORD", "postgres",
                            "BILLING_SANDBOX", "true",
                            "BILLING_PUBLIC_URL", "http://127.0.0.1:" + port + "/billing",
                            "BILLING_DEMO_PASSWORD", "only-for-looking-around"));
            launcher = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Deploys an archive, as it is. */
    public void deploy(Path archive) {
        cli("--command=deploy " + archive.toAbsolutePath() + " --force");
        if (archive.getFileName().toString().startsWith("billing")) {
            awaitStatus("/billing/health/ready", 200);
        }
    }

    private void cli(String what) {
        Command.in(work)
                .run(home.resolve("bin/jboss-cli.sh"), "--connect", "--controller=127.0.0.1:" + managementPort, what);
    }

    private void awaitStatus(String path, int status) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (status(http, request) == status) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        close();
        throw new IllegalStateException("No answer from " + request.uri() + "; see " + log);
    }

    private static int status(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (launcher != null) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }
}
