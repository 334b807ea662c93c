package billing.domain.invoice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom an account wants its documents issued to.
 *
 * @param version counts from 1 in each account; 0 if nobody said anything
 * @param values what was said, tidy
 * @param changedAt null if nobody said anything
 * @param actor null if nobody said anything
 */
public record BillingDetails(
        int version,
        Map<DetailsField, String> values,
        @Nullable Instant changedAt,
        @Nullable String actor) {
    /** Nobody said anything. */
    public static final BillingDetails NONE = new BillingDetails(0, Map.of(), null, null);

    public BillingDetails {
        values = copy(values);
    }

    private static Map<DetailsField, String> copy(Map<DetailsField, String> values) {
        Map<DetailsField, String> copy = new EnumMap<>(DetailsField.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    public @Nullable String value(DetailsField field) {
        return values.get(field);
    }

    /** The address as on an envelope, without the country. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, value(DetailsField.LINE1));
        add(lines, value(DetailsField.LINE2));
        add(lines, town());
        add(lines, value(DetailsField.REGION));
        return lines;
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null) {
            lines.add(line);
        }
    }

    private @Nullable String town() {
        String postcode = value(DetailsField.POSTCODE);
        String city = value(DetailsField.CITY);
        return postcode == null || city == null ? (postcode == null ? city : postcode) : postcode + " " + city;
    }

    /** As it stands on a document. */
    public Buyer buyer(String account) {
        return new Buyer(
                account,
                value(DetailsField.COMPANY),
                new PostalAddress(lines(), value(DetailsField.COUNTRY)),
                value(DetailsField.VAT_ID),
                value(DetailsField.PO_NUMBER));
    }
}
