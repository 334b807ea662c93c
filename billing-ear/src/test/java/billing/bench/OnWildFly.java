package billing.bench;

import billing.it.Property;
import billing.it.server.StandaloneWildFly;
import java.net.URI;

/** The EAR on a full server. */
final class OnWildFly implements Product {

    private final StandaloneWildFly server;

    OnWildFly(Postgres postgres) {
        server = new StandaloneWildFly(
                postgres.url(Postgres.PRODUCT), postgres.work().resolve("wildfly.log"));
        server.start();
        server.deploy(EmptyServlet.archive(postgres.work()));
        server.deploy(java.nio.file.Path.of(Property.of("billing.archive")));
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public String name() {
        return "WildFly (Hibernate), the EAR";
    }

    @Override
    public void close() {
        server.close();
    }
}
