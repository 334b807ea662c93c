package billing.web.usage;

import billing.domain.usage.Price;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import billing.ejb.usage.NewPrice;
import billing.web.api.Fields;
import billing.web.api.Value;
import billing.web.api.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** Reads prices from a body. */
final class PriceReading {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern MORE_DECIMALS = Pattern.compile("\\d+\\.\\d{16,}");

    private PriceReading() {}

    static NewPrice of(Fields fields, String actor) {
        NewPrice price = new NewPrice(
                fields.requiredString("sku", PriceReading::sku, ""),
                fields.choice("product", Product.class, Product.OTHER),
                fields.text("unit", Sku.MAX_UNIT),
                fields.requiredString("unitPrice", PriceReading::unitPrice, BigDecimal.ZERO),
                fields.flag("fractional"),
                fields.requiredString("effectiveFrom", Values::time, Instant.EPOCH),
                actor);
        fields.check();
        return price;
    }

    /** A code that can have a price. */
    static Value<String> sku(String text) {
        if (text.isEmpty()) {
            return Value.wrong("field.empty");
        }
        if (text.length() > Sku.MAX_CODE) {
            return Value.wrong("field.too-long", Sku.MAX_CODE);
        }
        if (Sku.isReserved(text)) {
            return Value.wrong("sku.reserved", Sku.HOLD_PREFIX);
        }
        return Sku.isCode(text) ? Value.right(text) : Value.wrong("sku.format");
    }

    static Value<BigDecimal> unitPrice(String text) {
        if (text.isEmpty()) {
            return Value.wrong("field.empty");
        }
        return Price.parse(text).map(Value::right).orElseGet(() -> Value.wrong(mistake(text), Price.MAX_UNIT_PRICE));
    }

    private static String mistake(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return "money.format";
        }
        if (text.startsWith("-")) {
            return "money.negative";
        }
        return MORE_DECIMALS.matcher(text).matches() ? "price.decimals" : "price.range";
    }
}
