package billing.web.usage;

import billing.domain.usage.Product;
import java.util.List;

/** What is sold of one product. */
public record PriceGroup(Product product, List<PriceRow> rows) {}
