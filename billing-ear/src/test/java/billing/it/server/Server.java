package billing.it.server;

import billing.it.Property;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A server under test, chosen by the run ({@code -Dbilling.server}), which also gives it its ports and its folder. */
public abstract class Server {

    private static final Server CHOSEN = choose(Property.of("billing.server"));

    /** The one of this run. */
    public static Server chosen() {
        return CHOSEN;
    }

    /** Where the application answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + httpPort() + "/billing/");
    }

    /** Where its mails go, if it has a mail session. */
    public Optional<MailServer> mailServer() {
        return Optional.empty();
    }

    /** Everything that is done before the server's first start. */
    abstract void prepare();

    /** Everything that an administrator does once on the running server before deploying. */
    abstract void configure();

    /** Gives back what {@link #prepare} took. */
    void tidy() {}

    static String httpPort() {
        return Property.of("billing.http.port");
    }

    static String managementPort() {
        return Property.of("billing.management.port");
    }

    static Path work() {
        return Path.of(Property.of("billing.work"));
    }

    static Path script(String name) {
        return Path.of(Property.of("billing.servers"), name);
    }

    static Path driver() {
        return Path.of(Property.of("postgresql.jar"));
    }

    private static Server choose(String name) {
        return switch (name) {
            case "payara-micro" -> new PayaraMicro();
            case "payara-server" -> new PayaraServer();
            case "wildfly" -> new WildFly();
            default -> throw new IllegalArgumentException("No such server: " + name);
        };
    }
}
