package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import billing.domain.ledger.Cause;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Database;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mails about a balance that gets low. */
@InEachHouse
class BalanceAlertsTest {
    private final House house;
    private final Recharger owner;

    BalanceAlertsTest(House house) {
        this.house = house;
        this.owner = Recharger.with(house, "pm_card_visa");
    }

    private BalanceAlertService alerts() {
        return house.get(BalanceAlertService.class);
    }

    @Test
    void everybody_is_told_below_five_dollars_and_when_nothing_is_left() {
        owner.customer().buys("25.00");
        owner.spends("20.00");
        assertEquals(List.of(), owner.mails());
        owner.spends("0.01").spends("1.00");
        assertEquals(List.of("LOW_BALANCE"), owner.mails());
        owner.spends("3.99").spends("1.00");
        assertEquals(List.of("LOW_BALANCE", "BALANCE_ZERO"), owner.mails());
    }

    @Test
    void hovering_around_the_threshold_sends_one() {
        owner.customer().buys("25.00");
        owner.spends("20.50");
        for (int i = 0; i < 10; i++) {
            owner.customer().isGiven("0.75");
            owner.spends("0.75");
        }
        assertEquals(List.of("LOW_BALANCE"), owner.mails());
    }

    @Test
    void new_credits_arm_it_again() {
        owner.customer().buys("25.00");
        owner.spends("21.00").customer().buys("5.00");
        owner.spends("5.00");
        assertEquals(List.of("LOW_BALANCE", "LOW_BALANCE"), owner.mails());
    }

    @Test
    void who_falls_through_several_at_once_is_told_of_the_lowest() {
        alerts().set(owner.id(), Set.of(Money.of("20.00"), Money.of("10.00")));
        owner.customer().buys("50.00");
        owner.spends("45.00");
        assertEquals(List.of("LOW_BALANCE"), owner.mails());
        assertEquals("Your balance is below $10.00", owner.mail("LOW_BALANCE").subject());
    }

    @Test
    void owners_choose_their_thresholds_and_may_have_none() {
        assertEquals(List.of(Money.of("5.00")), alerts().thresholds(owner.id()));
        alerts().set(owner.id(), Set.of());
        owner.customer().buys("25.00");
        owner.spends("24.00");
        assertEquals(List.of(), owner.mails());
        assertEquals(List.of(), alerts().thresholds(owner.id()));
    }

    @Test
    void a_transaction_that_is_rolled_back_tells_nobody() {
        owner.customer().buys("25.00");
        Transfer usage = new Transfer(
                owner.id(), EntryKind.USAGE, Money.of("24.00"), Cause.usageBatch(1), "key_platform", house.now());
        assertThrows(
                OnPurpose.class,
                () -> house.inTransaction(() -> {
                    house.get(LedgerService.class).debit(usage);
                    assertEquals(1, inOutbox(), "written in this transaction");
                    throw new OnPurpose();
                }));
        assertEquals("25.00", owner.customer().available());
        assertEquals(0, inOutbox());
        assertEquals(List.of(), owner.mails());
    }

    private int inOutbox() {
        return house.get(Database.class)
                .one(
                        "SELECT COUNT(*) AS n FROM mail WHERE account = ? AND kind = 'LOW_BALANCE'",
                        row -> row.getInt("n"),
                        owner.id())
                .orElseThrow();
    }

    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
