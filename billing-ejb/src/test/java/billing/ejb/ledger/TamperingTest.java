package billing.ejb.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody changes the books with SQL: the self-check names what was done. */
@InEachHouse
class TamperingTest {
    private final House house;
    private final Customer customer;

    TamperingTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
    }

    @BeforeEach
    void honest_books_fit() {
        customer.buys("25.00");
        customer.isGiven("5.00");
        customer.spends("7.00");
        customer.isGiven("1.00");
        assertEquals(Set.of(), customer.findings());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an amount      | UPDATE ledger_entry SET amount = amount + 1 WHERE account = ? AND seq = 2      | HASH_MISMATCH
        a balance      | UPDATE ledger_entry SET balance_after = 0 WHERE account = ? AND seq = 2        | BALANCE_AFTER_WRONG
        an actor       | UPDATE ledger_entry SET actor = 'mem_other' WHERE account = ? AND seq = 2      | HASH_MISMATCH
        a time         | UPDATE ledger_entry SET recorded_at = TIMESTAMP '2020-01-01 00:00:00' WHERE account = ? AND seq = 2 | HASH_MISMATCH
        a kind         | UPDATE ledger_entry SET kind = 'EXPIRY' WHERE account = ? AND seq = 3          | WRONG_LEDGER_ACCOUNT
        the balance    | UPDATE ledger_balance SET purchased = purchased + 1 WHERE account = ?          | BALANCE_MISMATCH
        the head       | UPDATE ledger_balance SET head = '00' WHERE account = ?                        | HEAD_MISMATCH
        a grant's rest | UPDATE credit_grant SET rest = 0 WHERE account = ? AND kind = 'PURCHASED'      | GRANT_REST_WRONG
        a grant's use  | UPDATE grant_use SET amount = amount - 1 WHERE account = ? AND entry_seq = 3   | GRANT_REST_WRONG
        a lost grant   | DELETE FROM credit_grant WHERE account = ? AND entry_seq = 4                   | ENTRY_WITHOUT_GRANT
        a purchase     | UPDATE credit_purchase SET status = 'FAILED' WHERE account = ?                 | CREDIT_WITHOUT_PURCHASE
        its amount     | UPDATE credit_purchase SET amount = amount * 2 WHERE account = ?               | PURCHASE_NOT_CREDITED
        its refunds    | UPDATE credit_purchase SET refunded = 1 WHERE account = ?                      | REFUNDED_SUM_WRONG
        the last entry | DELETE FROM ledger_entry WHERE account = ? AND seq = 4                         | HEAD_MISMATCH
        """)
    void a_change_is_named(String what, String sql, String code) {
        assertTrue(house.tamper(sql, customer.id()) > 0);
        assertNamed(code);
    }

    @Test
    void an_entry_that_was_deleted_is_named() {
        house.tamper("DELETE FROM ledger_entry WHERE account = ? AND seq = 2", customer.id());
        assertNamed("ENTRY_MISSING");
        assertNamed("HASH_MISMATCH");
    }

    @Test
    void an_entry_that_was_slipped_in_is_named() {
        house.tamper(
                "INSERT INTO ledger_entry (account, seq, id, kind, from_account, to_account, amount, balance_after,"
                        + " cause_type, cause_id, actor, recorded_at, hash) SELECT account, 5, ?, kind, from_account, to_account,"
                        + " amount, balance_after + amount, cause_type, 'grt_forged', actor, recorded_at, hash"
                        + " FROM ledger_entry WHERE account = ? AND seq = 4",
                Ids.mint(Ids.ENTRY),
                customer.id());
        assertNamed("HEAD_MISMATCH");
        assertNamed("HASH_MISMATCH");
        assertNamed("ENTRY_WITHOUT_GRANT");
    }

    @Test
    void entries_that_were_swapped_are_named() {
        house.tamper("UPDATE ledger_entry SET seq = 99 WHERE account = ? AND seq = 2", customer.id());
        house.tamper("UPDATE ledger_entry SET seq = 2 WHERE account = ? AND seq = 4", customer.id());
        house.tamper("UPDATE ledger_entry SET seq = 4 WHERE account = ? AND seq = 99", customer.id());
        assertNamed("HASH_MISMATCH");
    }

    private void assertNamed(String code) {
        Set<String> findings = customer.findings();
        assertTrue(findings.contains(code), code + " is not among " + findings);
    }
}
