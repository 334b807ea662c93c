package billing.web.usage;

import billing.domain.usage.Price;
import billing.web.api.Json;
import jakarta.json.JsonObject;

/** How the API writes prices. */
final class PriceJson {
    private PriceJson() {}

    static JsonObject of(Price price) {
        return Json.createObjectBuilder()
                .add("id", price.id())
                .add("sku", price.sku().code())
                .add("product", price.sku().product().name())
                .add("unit", price.sku().unit())
                .add("unitPrice", price.unitPrice().toPlainString())
                .add("fractional", price.sku().fractional())
                .add("effectiveFrom", price.effectiveFrom().toString())
                .build();
    }
}
