package billing.it.server;

import billing.it.Property;
import java.nio.file.Path;

/** WildFly on PostgreSQL. */
final class WildFly extends Server {

    private final Path home = work().resolve("wildfly-" + Property.of("wildfly.version"));
    private final Postgres postgres = new Postgres();

    @Override
    void prepare() {
        postgres.start();
        Folder.deleteAll(home.resolve("modules/org/postgresql"));
        Folder.deleteAll(home.resolve("standalone/data"));
        Folder.copy(driver(), work().resolve("postgresql.jar"));
    }

    @Override
    void configure() {
        Command.in(work())
                .run(
                        home.resolve("bin/jboss-cli.sh"),
                        "--connect",
                        "--controller=127.0.0.1:" + managementPort(),
                        "--file=" + script("wildfly-postgresql.cli"));
    }

    @Override
    void tidy() {
        postgres.stop();
    }
}
