package billing.web.invoice;

import billing.domain.invoice.Buyer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A buyer as on an envelope. */
final class BuyerText {
    private BuyerText() {}

    static List<String> lines(Buyer buyer) {
        List<String> lines = new ArrayList<>(List.of(buyer.name()));
        lines.addAll(buyer.address().lines());
        String country = buyer.address().country();
        if (country != null) {
            lines.add(country(country));
        }
        return lines;
    }

    /** What a country is called. */
    static String country(@Nullable String code) {
        return code == null ? "" : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
