package billing.domain.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is at home.
 *
 * @param lines as on an envelope, without the country; may be empty
 * @param country two letters of ISO 3166, or null if nobody said
 */
public record PostalAddress(List<String> lines, @Nullable String country) {
    public static final PostalAddress UNKNOWN = new PostalAddress(List.of(), null);

    public PostalAddress {
        lines = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
