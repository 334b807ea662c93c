package billing.bench;

import billing.it.Property;
import billing.it.crash.QuickStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The quick start on PostgreSQL. */
final class OnPayaraMicro implements Product {

    private final QuickStart app;

    OnPayaraMicro(Postgres postgres) {
        app = new QuickStart("bench")
                .onDatabase(postgres.url(Postgres.PRODUCT))
                .withScripts(scripts(postgres.work()))
                .start();
    }

    /** The shipped scripts, with the empty servlet deployed beside the application. */
    private static Path scripts(Path work) {
        Path shipped = Path.of(Property.of("billing.servers"));
        try (Stream<Path> files = Files.list(shipped)) {
            Path copies = Files.createDirectories(work.resolve("scripts"));
            for (Path file : files.toList()) {
                String deploy = "\ndeploy --contextroot /empty " + EmptyServlet.archive(work) + "\n";
                Files.writeString(copies.resolve(file.getFileName()), Files.readString(file) + deploy);
            }
            return copies;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public URI url() {
        return app.url();
    }

    @Override
    public long pid() {
        return app.pid();
    }

    @Override
    public String name() {
        return "Payara Micro (EclipseLink), the WAR by the quick start";
    }

    @Override
    public void close() {
        app.close();
    }
}
