package billing.bench;

import java.net.URI;

/** The product, in a process of its own, as its users start it. */
interface Product extends AutoCloseable {

    /** Where the application answers. */
    URI url();

    /** Where the empty servlet answers that runs beside it on the same server. */
    default URI empty() {
        return url().resolve("/empty/");
    }

    long pid();

    /** The server and the JPA provider that it brings. */
    String name();

    @Override
    void close();

    static Product start(Options options, Postgres postgres) {
        return switch (options.server()) {
            case "payara-micro" -> new OnPayaraMicro(postgres);
            case "wildfly" -> new OnWildFly(postgres);
            default -> throw new IllegalArgumentException("bench.server is payara-micro or wildfly");
        };
    }
}
