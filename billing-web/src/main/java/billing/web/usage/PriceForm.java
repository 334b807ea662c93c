package billing.web.usage;

import billing.domain.usage.Price;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import billing.web.page.Fields;
import billing.web.page.Messages;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be typed into the form for a price. Each reading gives the value, or in words what is wrong. */
final class PriceForm {
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");
    private static final Pattern TOO_FINE = Pattern.compile("\\d+\\.\\d{16,}");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]", Locale.ROOT);
    private static final Instant FIRST_TIME = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private PriceForm() {}

    /** A value that was typed, or what is wrong with it. */
    record Typed<T>(Optional<T> value, Optional<String> error) {
        private static <T> Typed<T> right(T value) {
            return new Typed<>(Optional.of(value), Optional.empty());
        }

        private static <T> Typed<T> wrong(String key, Object... arguments) {
            return new Typed<>(Optional.empty(), Optional.of(Messages.text(key, arguments)));
        }
    }

    static Typed<String> sku(String text) {
        if (text.isEmpty()) {
            return Typed.wrong("field.missing", Messages.text("prices.sku"));
        }
        if (text.length() > Sku.MAX_CODE) {
            return Typed.wrong("field.tooLong", Messages.text("prices.sku"), Sku.MAX_CODE);
        }
        if (Sku.isReserved(text)) {
            return Typed.wrong("prices.sku.reserved", Sku.HOLD_PREFIX);
        }
        return Sku.isCode(text) ? Typed.right(text) : Typed.wrong("prices.sku.malformed");
    }

    static Typed<Product> product(String name) {
        return Arrays.stream(Product.values())
                .filter(product -> product.name().equals(name))
                .findFirst()
                .map(Typed::right)
                .orElseGet(() -> Typed.wrong("prices.product.missing"));
    }

    static Typed<String> unit(String text) {
        if (text.length() > Sku.MAX_UNIT) {
            return Typed.wrong("field.tooLong", Messages.text("prices.unit"), Sku.MAX_UNIT);
        }
        return Fields.name(text, Messages.text("prices.unit"))
                .map(error -> new Typed<String>(Optional.empty(), Optional.of(error)))
                .orElseGet(() -> Typed.right(text));
    }

    /** A currency sign in front is what people paste. */
    static Typed<BigDecimal> unitPrice(String typed) {
        String text = typed.replaceFirst("^\\$\\s*", "");
        if (text.isEmpty()) {
            return Typed.wrong("field.missing", Messages.text("prices.unitPrice"));
        }
        if (!NUMBER.matcher(text).matches()) {
            return Typed.wrong("prices.unitPrice.malformed");
        }
        if (text.startsWith("-")) {
            return Typed.wrong("prices.unitPrice.negative");
        }
        if (TOO_FINE.matcher(text).matches()) {
            return Typed.wrong("prices.unitPrice.tooFine");
        }
        return Price.parse(text.startsWith(".") ? "0" + text : text)
                .map(Typed::right)
                .orElseGet(() -> Typed.wrong("prices.unitPrice.tooLarge", Price.MAX_UNIT_PRICE));
    }

    /** A time in UTC, as browsers send it or with the Z that says so. */
    static Typed<Instant> time(String typed) {
        String text = typed.replaceFirst("(?i)z$", "").replaceFirst(" ", "T");
        if (text.isEmpty()) {
            return Typed.wrong("field.missing", Messages.text("prices.from"));
        }
        try {
            Instant time = LocalDateTime.parse(text, TYPED).toInstant(ZoneOffset.UTC);
            boolean sane = !time.isBefore(FIRST_TIME) && time.isBefore(END_OF_TIME);
            return sane ? Typed.right(time) : Typed.wrong("prices.from.outOfRange");
        } catch (DateTimeException e) {
            return Typed.wrong("prices.from.malformed");
        }
    }

    /** A time as the form shows it. */
    static String written(Instant time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
