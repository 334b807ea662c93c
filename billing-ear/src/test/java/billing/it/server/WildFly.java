package billing.it.server;

import billing.it.Property;
import java.nio.file.Path;
import java.util.Optional;

/** WildFly on PostgreSQL, with a mail session. */
final class WildFly extends Server {

    private final Path home = work().resolve("wildfly-" + Property.of("wildfly.version"));
    private final Postgres postgres = new Postgres();
    private final MailServer mails = new MailServer();

    @Override
    void prepare() {
        postgres.start();
        mails.start();
        Folder.deleteAll(home.resolve("modules/org/postgresql"));
        Folder.deleteAll(home.resolve("standalone/data"));
        Folder.copy(driver(), work().resolve("postgresql.jar"));
    }

    @Override
    void configure() {
        runs("wildfly-postgresql.cli");
        runs("wildfly-mail.cli");
    }

    private void runs(String script) {
        Command.in(work())
                .run(
                        home.resolve("bin/jboss-cli.sh"),
                        "--connect",
                        "--controller=127.0.0.1:" + managementPort(),
                        "--file=" + script(script));
    }

    @Override
    public Optional<MailServer> mailServer() {
        return Optional.of(mails);
    }

    @Override
    void tidy() {
        postgres.stop();
        mails.stop();
    }
}
