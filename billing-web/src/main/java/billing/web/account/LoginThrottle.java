package billing.web.account;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing of passwords: a few tries for a name from one address, more for all names from it. Counted per
 * node, in memory that is bounded: guessing is slow enough then, and nobody can lock an owner out from elsewhere.
 */
@ApplicationScoped
public class LoginThrottle {
    private static final int TRIES_PER_NAME = 10;
    private static final int TRIES_PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 20_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts a try and tells whether it may be made. */
    public synchronized boolean allows(String email, String address) {
        boolean name = bucket("name " + email + " " + address, TRIES_PER_NAME).tryConsume(1);
        return bucket("address " + address, TRIES_PER_ADDRESS).tryConsume(1) && name;
    }

    /** The password was right: the tries for this name are forgiven. */
    public synchronized void forgive(String email, String address) {
        buckets.remove("name " + email + " " + address);
        bucket("address " + address, TRIES_PER_ADDRESS).addTokens(1);
    }

    /** How many names and addresses are counted at the moment. */
    synchronized int remembered() {
        return buckets.size();
    }

    private Bucket bucket(String key, int tries) {
        return buckets.computeIfAbsent(
                key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, WINDOW))
                        .build());
    }
}
