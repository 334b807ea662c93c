package billing.it.server;

import billing.it.Property;
import java.nio.file.Path;
import java.util.Optional;

/** Payara Server on PostgreSQL, with a mail session, in a domain of its own so that its ports can be free ones. */
final class PayaraServer extends Server {

    private final Path glassfish = work().resolve("payara6/glassfish");
    private final Path domain = glassfish.resolve("domains/billing");
    private final Postgres postgres = new Postgres();
    private final MailServer mails = new MailServer();

    @Override
    void prepare() {
        postgres.start();
        mails.start();
        Folder.deleteAll(domain);
        Folder.makeExecutable(glassfish.resolve("bin/asadmin"));
        asadmin(
                "create-domain",
                "--nopassword",
                "--checkports=false",
                "--adminport",
                managementPort(),
                "--instanceport",
                httpPort(),
                "--domainproperties",
                otherPorts(),
                "billing");
        Folder.copy(driver(), domain.resolve("lib/postgresql.jar"));
        asadmin("start-domain", "billing");
    }

    @Override
    void configure() {
        runs("payara-postgresql.asadmin");
        runs("payara-mail.asadmin");
    }

    private void runs(String script) {
        asadmin(
                "--port",
                managementPort(),
                "multimode",
                "--file",
                script(script).toString());
    }

    @Override
    public Optional<MailServer> mailServer() {
        return Optional.of(mails);
    }

    @Override
    void tidy() {
        asadmin("stop-domain", "--kill", "billing");
        postgres.stop();
        mails.stop();
    }

    private void asadmin(String... arguments) {
        Command.in(work()).run(glassfish.resolve("bin/asadmin"), arguments);
    }

    private static String otherPorts() {
        return "http.ssl.port=" + Property.of("billing.https.port")
                + ":jms.port=" + Property.of("billing.jms.port")
                + ":domain.jmxPort=" + Property.of("billing.jmx.port")
                + ":orb.listener.port=" + Property.of("billing.orb.port")
                + ":orb.ssl.port=" + Property.of("billing.orb.ssl.port")
                + ":orb.mutualauth.port=" + Property.of("billing.orb.mutual.port")
                + ":osgi.shell.telnet.port=" + Property.of("billing.osgi.port")
                + ":java.debugger.port=" + Property.of("billing.debug.port");
    }
}
