package billing.it.server;

import java.net.URI;
import java.nio.file.Path;

/** A server under test, chosen by the run ({@code -Dbilling.server}), which also gives it its ports and its folder. */
public abstract class Server {

    private static final Server CHOSEN = choose(property("billing.server"));

    /** The one of this run. */
    public static Server chosen() {
        return CHOSEN;
    }

    /** Where the application answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + httpPort() + "/billing/");
    }

    /** Everything that is done before the server's first start. */
    abstract void prepare();

    /** Everything that an administrator does once on the running server before deploying. */
    abstract void configure();

    /** Gives back what {@link #prepare} took. */
    void tidy() {}

    static String httpPort() {
        return property("billing.http.port");
    }

    static String managementPort() {
        return property("billing.management.port");
    }

    static Path work() {
        return Path.of(property("billing.work"));
    }

    static Path script(String name) {
        return Path.of(property("billing.servers"), name);
    }

    static Path driver() {
        return Path.of(property("postgresql.jar"));
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is missing: run these tests by mvn verify");
        }
        return value;
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
