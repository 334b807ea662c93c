package billing.ejb.usage;

import billing.domain.usage.PriceList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** This node's copy of the price list. */
@ApplicationScoped
public class CurrentPrices {
    private final AtomicReference<@Nullable PriceList> copy = new AtomicReference<>();

    Optional<PriceList> get() {
        return Optional.ofNullable(copy.get());
    }

    /** Keeps what was read, unless somebody was faster with something newer. */
    void keep(PriceList read) {
        copy.accumulateAndGet(read, (old, fresh) -> old == null || old.version() < fresh.version() ? fresh : old);
    }
}
