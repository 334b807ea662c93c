package billing.ejb.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Adding cards: the first ones at once, too many, and what is no token. */
@InEachHouse
class FirstCardTest {
    private final House house;

    FirstCardTest(House house) {
        this.house = house;
    }

    private AddMethodResult adds(Customer customer, String token, String address) {
        return house.get(PaymentMethodService.class).add(new AddMethod(customer.id(), token, false, address));
    }

    @Test
    void first_cards_added_at_once_are_all_on_file() {
        Customer customer = house.customer();
        List<AddMethodResult> results = Together.all(6, () -> customer.triesToAdd("pm_card_visa"));
        results.forEach(result -> assertInstanceOf(AddMethodResult.Added.class, result));
        assertEquals(
                6, house.get(PaymentMethodService.class).onFile(customer.id()).size());
    }

    @Test
    void a_card_number_is_no_token_and_goes_nowhere() {
        Customer customer = house.customer();
        house.line().cut();
        assertEquals(
                new AddMethodResult.Refused(MethodRefusal.NO_SUCH_METHOD), adds(customer, "4242424242424242", "a"));
        house.line().mend();
    }

    @Test
    void ten_stolen_cards_an_hour_reach_the_gateway_and_the_eleventh_does_not() {
        Customer thief = house.customer();
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(
                    AddMethodResult.Declined.class, adds(thief, "pm_card_visa_chargeDeclined", "198.51.100.7"));
        }
        assertEquals(
                new AddMethodResult.Refused(MethodRefusal.TOO_MANY_ATTEMPTS),
                adds(thief, "pm_card_visa_chargeDeclined", "198.51.100.7"));
        assertInstanceOf(AddMethodResult.Added.class, adds(house.customer(), "pm_card_visa", "198.51.100.7"));
    }
}
