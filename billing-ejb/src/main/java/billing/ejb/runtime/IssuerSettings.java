package billing.ejb.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who issues invoices and receipts, as the configuration says.
 *
 * @param address as on an envelope, without the country
 * @param country two letters of ISO 3166
 * @param registration the number in a trade register or with the tax office
 * @param vatId empty if it is not registered for VAT
 * @param vatCategory the letter of EN 16931 for why no tax is added
 */
public record IssuerSettings(
        String name,
        List<String> address,
        String country,
        String registration,
        String email,
        Optional<String> vatId,
        String vatCategory) {
    private static final String OUTSIDE_SCOPE = "O";
    private static final String LINE = "[^\\p{Cntrl}]{1,200}";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static IssuerSettings read(Settings settings, boolean sandbox) {
        String vatId = settings.matching(
                "BILLING_ISSUER_VAT_ID",
                "",
                "|[A-Z]{2}[A-Za-z0-9+*.\\- ]{2,20}",
                "a VAT id that begins with its country");
        return new IssuerSettings(
                settings.needed("BILLING_ISSUER_NAME", "Example Cloud Inc.", sandbox, LINE, "the name on invoices"),
                address(settings, sandbox),
                settings.needed(
                        "BILLING_ISSUER_COUNTRY", "US", sandbox, String.join("|", COUNTRIES), "a country, as US or DE"),
                settings.needed(
                        "BILLING_ISSUER_REGISTRATION",
                        "00-0000000",
                        sandbox,
                        LINE,
                        "the number in the trade register or with the tax office"),
                settings.needed(
                        "BILLING_ISSUER_EMAIL",
                        "billing@example.com",
                        sandbox,
                        "[^\\s@<>]{1,64}@[^\\s@<>]{1,189}",
                        "the mail address on invoices"),
                Optional.of(vatId).filter(id -> !id.isEmpty()),
                category(settings, vatId));
    }

    private static List<String> address(Settings settings, boolean sandbox) {
        String lines = settings.needed(
                "BILLING_ISSUER_ADDRESS",
                "1 Example Street; San Francisco, CA 94105",
                sandbox,
                "(?=.*[^;\\s])" + LINE,
                "the address on invoices, with ; between its lines");
        return Arrays.stream(lines.split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Charges are made net of tax, so a category that adds tax would make documents that differ from what is charged. */
    private static String category(Settings settings, String vatId) {
        String category = settings.matching(
                "BILLING_VAT_CATEGORY",
                OUTSIDE_SCOPE,
                "[OEZ]",
                "O (outside the scope of VAT), E (exempt) or Z (zero rated); what is charged is net of tax");
        settings.matching("BILLING_VAT_RATE", "0", "0(\\.0+)?", "0, because what is charged is net of tax");
        if (!category.equals(OUTSIDE_SCOPE) && vatId.isEmpty()) {
            settings.refuse("BILLING_VAT_CATEGORY", "needs a BILLING_ISSUER_VAT_ID beside it, unless it is O");
        }
        return category;
    }
}
