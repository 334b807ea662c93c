package billing.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @CsvSource({"1, acc_0000000000001", "32, acc_0000000000010", "9223372036854775807, acc_7zzzzzzzzzzzz"})
    void an_account_id_is_written_and_read_back(long value, String text) {
        assertEquals(text, new AccountId(value).toString());
        assertEquals(Optional.of(new AccountId(value)), AccountId.parse(text));
    }

    @Test
    void any_account_id_is_read_back() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            AccountId id = new AccountId(1 + (random.nextLong() >>> 2));
            assertEquals(Optional.of(id), AccountId.parse(id.toString()), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acc_",
                "0000000000001",
                "acc_1",
                "acc_0000000000000",
                "acc_8000000000000",
                "acc_000000000000i",
                "acc_000000000000U",
                "ACC_0000000000001",
                "acc_00000000000011",
                "acc_000000000000 ",
                "pur_0000000000001",
                "acc_-000000000001",
                "acc_' OR 1=1 --"
            })
    void what_is_no_account_id_is_not_read(String text) {
        assertEquals(Optional.empty(), AccountId.parse(text));
    }

    @Test
    void an_account_id_is_positive() {
        assertThrows(IllegalArgumentException.class, () -> new AccountId(0));
        assertThrows(IllegalArgumentException.class, () -> new AccountId(-1));
    }

    @Test
    void account_ids_sort_by_time() {
        AccountId earlier = AccountId.mint(Instant.parse("2026-01-01T00:00:00Z"));
        AccountId later = AccountId.mint(Instant.parse("2026-01-01T00:00:00.001Z"));
        assertTrue(earlier.value() < later.value());
        assertTrue(earlier.toString().compareTo(later.toString()) < 0);
        assertTrue(AccountId.mint(Instant.parse("2099-01-01T00:00:00Z")).value() > 0);
    }

    @Test
    void ids_are_minted_in_order_and_have_their_form() {
        List<String> minted = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            minted.add(Ids.mint(Ids.PURCHASE));
        }
        assertEquals(minted.stream().sorted().distinct().toList(), minted);
        assertTrue(minted.stream().allMatch(id -> Ids.isId(Ids.PURCHASE, id) && id.length() == 30));
    }

    @Test
    void the_same_parts_make_the_same_id_and_others_another() {
        String id = Ids.derive(Ids.PURCHASE, "platform", "POST /x", "key");
        assertEquals(id, Ids.derive(Ids.PURCHASE, "platform", "POST /x", "key"));
        assertTrue(Ids.isId(Ids.PURCHASE, id));
        assertNotEquals(id, Ids.derive(Ids.PURCHASE, "platform", "POST /x", "Key"));
        assertNotEquals(Ids.derive(Ids.PURCHASE, "ab", "c"), Ids.derive(Ids.PURCHASE, "a", "bc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pur_",
                "pur_0123456789abcdefghjkmnpqr",
                "pur_0123456789abcdefghjkmnpqrsx",
                "pur_0123456789abcdefghjkmnpqil",
                "PUR_0123456789abcdefghjkmnpqrs",
                "ref_0123456789abcdefghjkmnpqrs"
            })
    void what_is_no_purchase_id_is_told(String text) {
        assertFalse(Ids.isId(Ids.PURCHASE, text));
    }
}
