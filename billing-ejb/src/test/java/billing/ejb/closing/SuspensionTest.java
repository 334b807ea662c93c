package billing.ejb.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import billing.domain.access.AccessReason;
import billing.domain.account.AccountStatus;
import billing.domain.account.BillingTerms;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.purchase.Refusal;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.ejb.access.AccessService;
import billing.ejb.account.AccountService;
import billing.ejb.account.GrantResult;
import billing.ejb.account.Suspension;
import billing.ejb.account.SuspensionResult;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.recharge.RechargeRefusal;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.SaveRecharge;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts that an operator stops, and lets go on. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class SuspensionTest {
    private final House house;
    private final Customer customer;

    SuspensionTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
        customer.buys("20.00");
    }

    private SuspensionResult isSuspended() {
        return house.get(AccountService.class).suspend(new Suspension(customer.id(), "stolen cards", "opr_1"));
    }

    private SuspensionResult isResumed() {
        return house.get(AccountService.class).resume(new Suspension(customer.id(), "it was a mistake", "opr_1"));
    }

    private AccessReason access() {
        return house.get(AccessService.class)
                .decide(customer.id())
                .orElseThrow()
                .reason();
    }

    private RechargeResult recharges() {
        return house.get(RechargeService.class)
                .save(new SaveRecharge(
                        customer.id(),
                        new RechargeSettings(
                                RechargeMode.TARGET,
                                Money.of("5.00"),
                                Money.of("30.00"),
                                null,
                                Money.of("1000.00"),
                                10),
                        "mem_owner",
                        null));
    }

    @Test
    void access_is_refused_at_once_and_open_again_at_once() {
        long epoch = customer.balance().epoch();
        assertEquals(SuspensionResult.DONE, isSuspended());
        assertEquals(AccessReason.SUSPENDED, access());
        assertNotEquals(epoch, customer.balance().epoch(), "who waits for a change of access hears of it");
        assertEquals(SuspensionResult.NOTHING_CHANGED, isSuspended());
        assertEquals(SuspensionResult.DONE, isResumed());
        assertEquals(AccessReason.OK, access());
        assertEquals(SuspensionResult.NOTHING_CHANGED, isResumed());
    }

    @Test
    void nothing_is_bought_while_it_is_suspended() {
        isSuspended();
        assertEquals(Refusal.ACCOUNT_SUSPENDED, customer.isRefused("10.00", Ids.mint(Ids.PURCHASE)));
        assertEquals(new RechargeResult.Refused(RechargeRefusal.ACCOUNT_SUSPENDED), recharges());
        assertEquals(1, customer.charges().size());
    }

    @Test
    void auto_recharge_waits_until_it_is_resumed() {
        assertInstanceOf(RechargeResult.Saved.class, recharges());
        isSuspended();
        customer.spends("18.00");
        house.wait(Duration.ofHours(2));
        assertEquals(1, customer.charges().size(), "the purchase before");
        isResumed();
        house.wait(Duration.ofMinutes(1));
        assertEquals("30.00", customer.available());
        assertEquals(Set.of(), customer.findings());
    }

    @Test
    void what_is_not_spending_goes_on() {
        isSuspended();
        assertInstanceOf(GrantResult.Granted.class, customer.isGiven("5.00"));
        customer.adds("pm_card_mastercard");
        customer.spends("1.00");
        assertEquals("24.00", customer.available());
    }

    @Test
    void an_account_that_is_gone_is_neither_suspended_nor_resumed() {
        Customer gone = house.customerOn(BillingTerms.PREPAID);
        house.tamper("UPDATE billing_account SET status = 'CLOSED' WHERE id = ?", gone.id());
        Suspension command = new Suspension(gone.id(), "why", "opr_1");
        assertEquals(
                SuspensionResult.ACCOUNT_CLOSED, house.get(AccountService.class).suspend(command));
        assertEquals(
                SuspensionResult.ACCOUNT_CLOSED, house.get(AccountService.class).resume(command));
        assertEquals(AccountStatus.CLOSED, gone.account().status());
    }
}
