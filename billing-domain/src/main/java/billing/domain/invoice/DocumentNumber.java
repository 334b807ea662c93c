package billing.domain.invoice;

import java.util.Locale;

/**
 * The number of a document, such as {@code INV-2026-000001}.
 *
 * @param year in which it was issued, in UTC
 * @param count from 1, without gaps, in each series and year
 */
public record DocumentNumber(String series, int year, long count) {
    /** The series of credit notes. */
    public static final String CREDIT_NOTES = "CN";

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d-%06d", series, year, count);
    }
}
