package billing.domain.id;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id of a billing account: a positive number that begins with the time, written {@code acc_} and 13 digits of
 * Crockford's base 32.
 */
public record AccountId(long value) {
    private static final String PREFIX = "acc_";
    private static final int RANDOM_BITS = 21;

    /** @throws IllegalArgumentException if the number is not positive */
    public AccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("an account id is positive");
        }
    }

    /** A new id. Two accounts of the same millisecond differ in 21 random bits; the primary key guards the rest. */
    public static AccountId mint(Instant now) {
        long random = ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
        return new AccountId((now.toEpochMilli() << RANDOM_BITS | random) & Long.MAX_VALUE);
    }

    /** The id that a text names; empty for anything that is not exactly the text form of an id. */
    public static Optional<AccountId> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Crockford.decode(text.substring(PREFIX.length()))
                .filter(value -> value > 0)
                .map(AccountId::new);
    }

    @Override
    public String toString() {
        return PREFIX + Crockford.encode(value);
    }
}
