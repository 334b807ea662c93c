package billing.it.server;

/** Payara Micro on H2 and without a mail session, as the quick start has it. */
final class PayaraMicro extends Server {

    @Override
    void prepare() {
        Folder.deleteAll(work().resolve("payara-micro"));
        Folder.deleteAll(work().resolve("h2"));
    }

    @Override
    void configure() {
        // its script runs at boot, see arquillian.xml
    }
}
