package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.sandbox.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes over one database. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_POSTGRESQL})
class TwoNodesTest {
    private final House house;

    TwoNodesTest(House house) {
        this.house = house;
    }

    @Test
    void a_purchase_sent_to_both_nodes_at_once_is_charged_once_and_both_may_repair_it() {
        try (House other = house.anotherNode()) {
            Customer customer = house.customerWith("pm_card_visa");
            List<Customer> both = List.of(customer, customer.at(other));
            for (int i = 0; i < 10; i++) {
                String id = Ids.mint(Ids.PURCHASE);
                List<CreditPurchase> answers =
                        Together.each(4, n -> () -> both.get(n % 2).buys("5.00", id));
                assertTrue(answers.stream().allMatch(purchase -> purchase.id().equals(id)));
            }
            customer.meets(FaultKind.WEBHOOK_LOST).meets(FaultKind.TIMEOUT_AFTER_CHARGE);
            String unknown = customer.buys("5.00").id();
            house.sleeps(java.time.Duration.ofMinutes(1));
            List<House> houses = List.of(house, other);
            Together.each(2, n -> () -> {
                houses.get(n).runsDueWork();
                return n;
            });
            assertEquals(PurchaseStatus.SUCCEEDED, customer.purchase(unknown).status());
            assertEquals(11, customer.charges().size());
            assertEquals("55.00", customer.available());
            customer.booksMatchTheGateway();
        }
    }
}
