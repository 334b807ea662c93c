package billing.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");

    private static Entry entry(long seq, String amount, String actor, Instant at) {
        return new Entry(
                new AccountId(42),
                seq,
                "ent_1",
                EntryKind.PURCHASE,
                LedgerAccount.GATEWAY_CLEARING,
                LedgerAccount.CREDITS,
                Money.of(amount),
                Money.of("25.00"),
                Cause.purchase("pur_1"),
                actor,
                at,
                "");
    }

    /** Computed with {@code printf %s '…' | sha256sum}. */
    @Test
    void a_stranger_computes_the_same_hash() {
        assertEquals(
                "cdf1cd03bfd4d8274eb1e6fec13d2db00ddd2d115c5013d79716a1243f3713c5",
                HashChain.next(HashChain.START, entry(1, "25.00", "mem_1", NOON)));
    }

    @Test
    void whatever_changes_changes_the_hash() {
        Entry honest = entry(1, "25.00", "mem_1", NOON);
        String hash = HashChain.next(HashChain.START, honest);
        List<Entry> others = List.of(
                entry(2, "25.00", "mem_1", NOON),
                entry(1, "25.000000001", "mem_1", NOON),
                entry(1, "25.00", "mem_2", NOON),
                entry(1, "25.00", "mem_1", NOON.plusNanos(1_000)));
        others.forEach(other -> assertNotEquals(hash, HashChain.next(HashChain.START, other)));
        assertNotEquals(hash, HashChain.next(hash, honest));
    }

    @Test
    void each_kind_moves_between_two_different_ledger_accounts() {
        for (EntryKind kind : EntryKind.values()) {
            assertNotEquals(kind.from(), kind.to());
        }
    }

    @Test
    void only_what_comes_late_to_a_closed_account_moves_nothing_of_the_customers() {
        Set<EntryKind> moveNothing = EnumSet.allOf(EntryKind.class);
        moveNothing.removeIf(kind -> kind.from().isCustomers() || kind.to().isCustomers());
        assertEquals(
                EnumSet.of(EntryKind.LATE_USAGE, EntryKind.LATE_USAGE_CORRECTED, EntryKind.LATE_DISPUTE), moveNothing);
    }
}
