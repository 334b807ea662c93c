import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the WAR for one person on one machine, on Payara Micro in this very process. Started by {@code mvn -Prun} as
 * {@code java QuickStart.java}; it takes its options as system properties:
 *
 * <ul>
 *   <li>{@code billing.war}, {@code billing.servers}: what to run, and the folder with the servers' scripts
 *   <li>{@code billing.port}, {@code billing.address}: where to listen
 *   <li>{@code billing.data}: where the H2 file, the log and the server's working files are kept
 * </ul>
 *
 * <p>BILLING_DB_URL, BILLING_DB_USER and BILLING_DB_PASSWORD put it on another database; BILLING_MAIL_HOST and its port, user
 * and password let it send its mails instead of keeping them.
 */
public class QuickStart {

    /** A start that can't succeed, said in words that help. */
    static class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    private static final String DEMO_EMAIL = "demo@example.com";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Commits survive a kill, many may want one row, and no statement takes another one's subqueries: H2 would reuse results
     * that were read before a commit.
     */
    private static final String H2_SETTINGS = ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE";

    /** Reachable as long as this class is: a collected channel is closed, and its lock gone. */
    private static FileChannel lock;

    private final Path data = Path.of(option("billing.data")).toAbsolutePath().normalize();
    private final Path serverFiles = data.resolve("server");
    private final Path log = data.resolve("server.log");
    private final String address = option("billing.address");
    private final int port = port();
    private final String self = "http://" + reachable(address) + ":" + port + "/billing";

    public static void main(String[] args) {
        endWithParent();
        try {
            new QuickStart().run();
        } catch (Refusal refusal) {
            System.err.println("\n  " + refusal.getMessage() + "\n");
            Runtime.getRuntime().halt(1);
        } catch (Throwable unexpected) {
            unexpected.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    void run() throws Exception {
        ownTheData();
        portIsFree();
        configure();
        databaseAnswers();
        start();
        awaitReady();
        greet();
    }

    /** Held until this process ends, however it ends; the operating system gives it back even after kill -9. */
    private void ownTheData() throws IOException {
        Files.createDirectories(data);
        lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // falls through: refused like anybody else's
        }
        throw new Refusal("The data in " + data + " is in use by another quick start."
                + " Stop that one, or choose another place: -Dbilling.data=…");
    }

    private void portIsFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            throw new Refusal("Cannot listen on " + address + ":" + port + " (" + taken.getMessage()
                    + "). Choose another port: -Dbilling.port=…");
        }
    }

    private void configure() {
        unlessInEnvironment("billing.sandbox", "true");
        unlessInEnvironment("billing.public-url", self);
        unlessInEnvironment("billing.demo-password", "only-for-looking-around");
        unlessInEnvironment("billing.db.url", "jdbc:h2:file:" + data.resolve("billing") + H2_SETTINGS);
        unlessInEnvironment("billing.db.user", "billing");
        unlessInEnvironment("billing.db.password", "billing");
        unlessInEnvironment("billing.mail.host", "");
        unlessInEnvironment("billing.mail.port", "25");
        unlessInEnvironment("billing.mail.user", "billing");
        unlessInEnvironment("billing.mail.password", "billing");
    }

    /** An H2 file was locked above; anything else may be misspelled or down, and a server's stack traces say it badly. */
    private void databaseAnswers() {
        if (onH2()) {
            return;
        }
        DriverManager.setLoginTimeout(5);
        try {
            DriverManager.getConnection(
                            setting("billing.db.url"), setting("billing.db.user"), setting("billing.db.password"))
                    .close();
        } catch (SQLException unreachable) {
            throw new Refusal(
                    "The database at " + setting("billing.db.url") + " does not answer: " + unreachable.getMessage());
        }
    }

    /** The server's working files are made anew: on used ones, after kill -9, it can load the application twice. */
    private void start() throws Exception {
        deleteAll(serverFiles);
        Files.createDirectories(serverFiles);
        PayaraMicroLauncher.create(new String[] {
            "--nocluster",
            "--nohazelcast",
            "--disablephonehome",
            "--rootdir",
            serverFiles.toString(),
            "--port",
            String.valueOf(port),
            "--prebootcommandfile",
            closedToOthers().toString(),
            "--postbootcommandfile",
            script().toString(),
            "--logproperties",
            logProperties().toString(),
            "--deploy",
            option("billing.war")
        });
    }

    /** Left alone, the server listens on every address and opens a data grid to the network. */
    private Path closedToOthers() throws IOException {
        return Files.writeString(
                data.resolve("preboot.asadmin"),
                String.join(
                        "\n",
                        "set configs.config.server-config.network-config.network-listeners.network-listener"
                                + ".http-listener.address=" + address,
                        "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
                        ""));
    }

    /** One file, because the server takes one. */
    private Path script() throws IOException {
        Path servers = Path.of(option("billing.servers"));
        String script = Files.readString(servers.resolve(onH2() ? "payara-h2.asadmin" : "payara-postgresql.asadmin"));
        String mail = sendsMails() ? Files.readString(servers.resolve("payara-mail.asadmin")) : "";
        return Files.writeString(data.resolve("postboot.asadmin"), script + mail);
    }

    private static boolean sendsMails() {
        return !setting("billing.mail.host").isEmpty();
    }

    private Path logProperties() throws IOException {
        return Files.writeString(
                data.resolve("logging.properties"),
                String.join(
                        "\n",
                        "handlers=java.util.logging.FileHandler,java.util.logging.ConsoleHandler",
                        ".level=INFO",
                        "java.util.logging.FileHandler.pattern="
                                + log.toString().replace("\\", "/").replace("%", "%%"),
                        "java.util.logging.FileHandler.append=true",
                        "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter",
                        "java.util.logging.ConsoleHandler.level=SEVERE",
                        "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter",
                        "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n",
                        ""));
    }

    private void awaitReady() throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(self + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int status = 0;
        while (System.nanoTime() < deadline) {
            try {
                status =
                        http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();
            } catch (IOException notYet) {
                status = 0;
            }
            if (status == 200) {
                return;
            }
            if (status == 404) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new Refusal("The application did not become ready" + (status == 0 ? "" : " (it answered " + status + ")")
                + ". The reason is in " + log);
    }

    private void greet() {
        String database = onH2() ? data + " (H2)" : setting("billing.db.url");
        System.out.println(String.join(
                "\n",
                "",
                "  Billing is running: " + self + "/",
                "  Log in as " + DEMO_EMAIL + " with password " + setting("billing.demo-password") + ", or sign up.",
                "  Prices and refused usage are at " + self + "/operator/prices, for operator@example.com.",
                "",
                "  curl -H 'Authorization: Bearer sandbox-platform-key' '" + self + "/api/v1/accounts?email="
                        + DEMO_EMAIL + "'",
                "",
                "  Data: " + database + "   Log: " + log,
                "  Ctrl-C ends it.",
                ""));
    }

    /**
     * When Maven is killed nobody is left to end this process, and it would keep the port and the H2 file. What was
     * acknowledged is on the disk already, so it may end as abruptly as its parent did. A Ctrl-C reaches both at
     * once; then an orderly stop is under way here, and gets the time for it.
     */
    private static void endWithParent() {
        CountDownLatch stopping = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::countDown));
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread watch = new Thread(() -> {
            try {
                while (ProcessHandle.current().parent().equals(parent)) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                if (stopping.await(200, TimeUnit.MILLISECONDS)) {
                    TimeUnit.SECONDS.sleep(15);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setName("end with parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(QuickStart::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private boolean onH2() {
        return setting("billing.db.url").startsWith("jdbc:h2:");
    }

    /** The environment wins, as it does in the application. */
    private static void unlessInEnvironment(String name, String value) {
        String given = System.getenv(environmentName(name));
        System.setProperty(name, given == null || given.isBlank() ? value : given);
    }

    private static String setting(String name) {
        return System.getProperty(name);
    }

    private static String environmentName(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String option(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new Refusal("Option -D" + name + "=… is missing.");
        }
        return value;
    }

    private static int port() {
        String text = option("billing.port");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new Refusal("-Dbilling.port=" + text + " is no port: choose one between 1 and 65535.");
        }
        return Integer.parseInt(text);
    }

    private static String reachable(String address) {
        return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    }
}
