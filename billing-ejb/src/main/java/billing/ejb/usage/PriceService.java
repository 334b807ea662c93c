package billing.ejb.usage;

import billing.domain.id.Page;
import billing.domain.usage.Price;
import billing.domain.usage.PriceList;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price list. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class PriceService {
    @Inject
    PriceRepository prices;

    @Inject
    PriceSteps steps;

    @Inject
    CurrentPrices copy;

    /** Adds a price, and its SKU if that is new. The same price again is the one that is there. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PriceResult post(NewPrice command) {
        PriceResult result = steps.post(command);
        reload();
        return result;
    }

    /** Begins the list with these prices, all or none; a list that has begun stays as it is. */
    public void begin(List<NewPrice> list) {
        steps.begin(list);
    }

    /** Prices, the last posted first. */
    public Page<Price> list(@Nullable String sku, @Nullable String after, int limit) {
        return prices.list(sku, after, limit);
    }

    /** This node's copy of the list. It may be old: rate by it only if {@link #version} says the same. */
    public PriceList current() {
        return copy.get().orElseGet(this::reload);
    }

    /** Reads the list again, as it is committed, whatever the caller's own transaction did. */
    public PriceList reload() {
        PriceList read = steps.read();
        copy.keep(read);
        return read;
    }

    /** The version of the list in the caller's transaction. */
    public long version() {
        return prices.version();
    }

    /**
     * Settles the past of SKUs that were not used yet. To be called, outside of any lock, before their first events are
     * rated, and by the list that it gives: a price for the past came before and is in it, or is refused.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PriceList markUsed(Collection<Sku> skus) {
        steps.markUsed(skus);
        return reload();
    }

    /** The SKU under which the differences of a product's holds are posted. */
    public Sku ofHolds(Product product) {
        return prices.sku(Sku.ofHolds(product)).orElseThrow();
    }
}
