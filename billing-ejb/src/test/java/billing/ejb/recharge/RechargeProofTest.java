package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody changes what auto-recharge goes by with SQL: the self-check names it. */
@InEachHouse
class RechargeProofTest {
    private final House house;

    RechargeProofTest(House house) {
        this.house = house;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a mark that stays    | UPDATE credit_purchase SET open_recharge = account WHERE source = 'AUTO_RECHARGE' AND account = ? | RECHARGE_MARK_WRONG
        a lost agreement     | DELETE FROM recharge_agreement WHERE account = ?                                                  | RECHARGE_NOT_AGREED
        a bank account       | UPDATE payment_method SET type = 'US_BANK_ACCOUNT' WHERE account = ?                              | RECHARGE_WITHOUT_CARD
        """)
    void a_change_is_named(String what, String sql, String code) {
        Recharger owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("12.00");
        owner.agreesTo(Recharger.target("10.00", "30.00")).spends("5.00");
        assertEquals(Set.of(), owner.customer().findings());
        assertTrue(house.tamper(sql, owner.id()) > 0);
        assertEquals(Set.of(code), owner.customer().findings());
    }
}
