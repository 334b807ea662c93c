package billing.ejb.sandbox;

import billing.domain.usage.Product;
import billing.ejb.usage.NewPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A price list to try things with, of the size and the kinds that a platform has. */
final class SamplePrices {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String TOKEN = "token";
    private static final String GPU_HOUR = "GPU hour";

    private SamplePrices() {}

    static List<NewPrice> all() {
        return List.of(
                whole("llama-3.1-8b-input", Product.API_REQUEST, TOKEN, "0.00000002"),
                whole("llama-3.1-8b-output", Product.API_REQUEST, TOKEN, "0.00000006"),
                whole("llama-3.3-70b-input", Product.API_REQUEST, TOKEN, "0.00000013"),
                whole("llama-3.3-70b-output", Product.API_REQUEST, TOKEN, "0.0000004"),
                whole("qwen-3-235b-input", Product.API_REQUEST, TOKEN, "0.00000018"),
                whole("qwen-3-235b-output", Product.API_REQUEST, TOKEN, "0.00000054"),
                whole("bge-m3-embedding", Product.API_REQUEST, TOKEN, "0.00000001"),
                whole("flux-schnell", Product.API_REQUEST, "image", "0.0013"),
                parts("gpu-l40s", Product.DEDICATED_ENDPOINT, GPU_HOUR, "1.55"),
                parts("gpu-h100", Product.DEDICATED_ENDPOINT, GPU_HOUR, "2.95"),
                parts("gpu-h200", Product.DEDICATED_ENDPOINT, GPU_HOUR, "3.5"),
                whole("fine-tuning-8b", Product.FINE_TUNING, TOKEN, "0.0000004"),
                whole("fine-tuning-70b", Product.FINE_TUNING, TOKEN, "0.0000028"),
                whole("evaluation", Product.EVALUATION, TOKEN, "0.00000018"),
                parts("storage", Product.OTHER, "GB month", "0.1"));
    }

    private static NewPrice whole(String sku, Product product, String unit, String price) {
        return new NewPrice(sku, product, unit, new BigDecimal(price), false, LONG_AGO, "system");
    }

    private static NewPrice parts(String sku, Product product, String unit, String price) {
        return new NewPrice(sku, product, unit, new BigDecimal(price), true, LONG_AGO, "system");
    }
}
