package billing.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Does nothing: what an answer costs on a server before anybody has worked for it. */
@WebServlet("/")
public class EmptyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // that is all
    }

    /** It alone, as a WAR. */
    static Path archive(Path folder) {
        Path war = folder.resolve("empty.war");
        String name = EmptyServlet.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file);
                InputStream code = EmptyServlet.class.getClassLoader().getResourceAsStream(name)) {
            zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
            zip.write(code.readAllBytes());
            return war;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
