package billing.ejb.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that is ready to be printed.
 *
 * @param id what no other document is called: the file's identity is made of it
 * @param title the name that a reader's window shows
 * @param author who issues it
 * @param day when it was issued
 * @param xhtml what people see
 * @param invoice the same for machines, EN 16931 in XML; null if it is no invoice
 */
record Paper(
        String id,
        String title,
        String author,
        LocalDate day,
        String xhtml,
        @Nullable String invoice) {}
