package billing.domain.ledger;

import billing.domain.id.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The chain that makes a customer's books tamper-evident: each entry's hash covers the hash before it and every field of
 * the entry. The text that is hashed is plain, so that SQL or a stranger's script computes it too.
 */
public final class HashChain {
    /** The head of an empty chain. */
    public static final String START = "0".repeat(64);

    private HashChain() {}

    /**
     * SHA-256, in hexadecimal, over {@code previous|account|seq|id|kind|from|to|nanos|nanos
     * after|cause type|cause id|actor|microseconds since 1970}, in UTF-8; {@code account} is its number.
     */
    public static String next(String previous, Entry entry) {
        String text = String.join(
                "|",
                previous,
                Long.toString(entry.account().value()),
                Long.toString(entry.seq()),
                entry.id(),
                entry.kind().name(),
                entry.from().name(),
                entry.to().name(),
                Long.toString(entry.amount().nanos()),
                Long.toString(entry.balanceAfter().nanos()),
                entry.cause().type().name(),
                entry.cause().id(),
                entry.actor(),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.recordedAt())));
        return Sha256.hex(text);
    }
}
