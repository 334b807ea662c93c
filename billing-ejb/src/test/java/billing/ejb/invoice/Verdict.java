package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mustangproject.validator.ZUGFeRDValidator;

/**
 * What others say of a PDF: veraPDF, and the schema and rules of EN 16931.
 *
 * @param valid whether the validator is content with the invoice; it is although the file is no PDF/A
 * @param report all that it says
 */
record Verdict(boolean valid, String report) {
    static Verdict on(byte[] pdf) {
        try {
            Path file = Files.createTempFile("paper", ".pdf");
            try {
                Files.write(file, pdf);
                ZUGFeRDValidator validator = new ZUGFeRDValidator();
                String report = validator.validate(file.toString());
                return new Verdict(validator.wasCompletelyValid(), report);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Level A: its text can be read, and its structure is known. */
    void assertArchivable() {
        assertTrue(report.contains("flavour=3a"), report);
        assertTrue(report.contains("isCompliant=true"), report);
    }

    void assertInvoice() {
        assertArchivable();
        assertTrue(valid, report);
        assertTrue(report.contains("urn:cen.eu:en16931:2017"), report);
        assertFalse(report.contains("<error"), report);
    }
}
