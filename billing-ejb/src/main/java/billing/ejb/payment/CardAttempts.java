package billing.ejb.payment;

import billing.domain.id.AccountId;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many cards are tried by token, because thieves try stolen ones by the thousand: by account, and by client
 * address over all accounts. The gateway's own page is guarded by the gateway, so opening it counts for the account only:
 * who shares an address with others (an office, a proxy) can always add a first card. Each node counts by itself.
 */
@ApplicationScoped
public class CardAttempts {
    private static final int MOST_REMEMBERED = 20_000;
    private static final int PER_ACCOUNT = 10;
    private static final int PAGES_PER_ACCOUNT = 30;
    private static final int PER_ADDRESS = 40;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Whether one more may be tried now; the platform, which has no address here, always may. */
    boolean tryOne(AccountId account, @Nullable String clientAddress) {
        return clientAddress == null
                || bucket(account.toString(), PER_ACCOUNT).tryConsume(1)
                        && bucket(clientAddress, PER_ADDRESS).tryConsume(1);
    }

    /** Whether the gateway's page may be opened once more now. */
    boolean openPage(AccountId account, @Nullable String clientAddress) {
        return clientAddress == null
                || bucket("page " + account, PAGES_PER_ACCOUNT).tryConsume(1);
    }

    private Bucket bucket(String name, int perHour) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    name,
                    n -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
                            .build());
        }
    }
}
