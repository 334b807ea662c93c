package billing.domain.invoice;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A line of the buyer's details. All of them may be missing. */
public enum DetailsField {
    COMPANY("company", 120),
    LINE1("line1", 120),
    LINE2("line2", 120),
    POSTCODE("postcode", 20),
    CITY("city", 80),
    REGION("region", 80),
    /** Two letters of ISO 3166. */
    COUNTRY("country", 2, Countries.ALL::contains),
    /** Loosely: which forms a country has, its tax office knows best. */
    VAT_ID(
            "vatId",
            20,
            Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9 .+*/-]{2,18}[A-Z0-9+*]").asMatchPredicate()),
    PO_NUMBER("poNumber", 60);

    private final String label;
    private final int longest;
    private final Predicate<String> form;

    DetailsField(String label, int longest) {
        this(label, longest, any -> true);
    }

    DetailsField(String label, int longest, Predicate<String> form) {
        this.label = label;
        this.longest = longest;
        this.form = form;
    }

    /** What the API and the forms call it. */
    public String label() {
        return label;
    }

    public int longest() {
        return longest;
    }

    /** As it is kept: codes are in capitals. */
    public String tidy(String text) {
        return this == COUNTRY || this == VAT_ID ? text.strip().toUpperCase(Locale.ROOT) : text.strip();
    }

    /** Whether a tidy text is one. */
    public boolean accepts(String text) {
        return text.length() <= longest && form.test(text);
    }

    /** A holder, because an enum's constants come before its other fields. */
    private static final class Countries {
        static final Set<String> ALL = Set.of(Locale.getISOCountries());

        private Countries() {}
    }
}
