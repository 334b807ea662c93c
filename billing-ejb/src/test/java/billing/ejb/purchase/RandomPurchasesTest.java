package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import billing.domain.id.Ids;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.house.Together;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random purchases, random faults of the gateway and of its notices: in the end each purchase is final, and what was charged
 * is what was credited. {@code -Dpurchases.random=2000} for more of it, {@code -Dpurchases.seed=…} for the same again.
 */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class RandomPurchasesTest {
    private static final int CASES = Integer.getInteger("purchases.random", 104);
    private static final int THREADS = 8;
    private static final List<String> METHODS = List.of(
            "pm_card_visa",
            "pm_card_visa",
            "pm_card_chargeCustomerFail",
            "pm_card_chargeDeclined_insufficient_funds",
            "pm_card_authenticationRequired",
            "pm_usBankAccount_success",
            "pm_usBankAccount_noAccount");

    private final House house;

    RandomPurchasesTest(House house) {
        this.house = house;
    }

    @Test
    void whatever_happens_each_purchase_ends_and_is_credited_as_it_was_charged() {
        long seed = Long.getLong("purchases.seed", System.nanoTime());
        System.out.println("random purchases: seed " + seed);
        List<Customer> customers = Together.each(THREADS, thread -> () -> buy(new Random(seed + thread))).stream()
                .flatMap(List::stream)
                .toList();
        house.wait(Duration.ofMinutes(15));
        assertFalse(cards(customers).anyMatch(p -> p.status() == PurchaseStatus.PROCESSING), "seed " + seed);
        house.wait(Duration.ofDays(6));
        assertFalse(purchases(customers).anyMatch(p -> p.status().isOpen()), "seed " + seed);
        customers.forEach(Customer::chargedAsCredited);
        assertEquals(List.of(), house.findingsOf(customers), "seed " + seed);
    }

    private Stream<CreditPurchase> purchases(List<Customer> customers) {
        PurchaseService service = house.get(PurchaseService.class);
        return customers.stream().flatMap(c -> service.list(c.id(), null, 10).items().stream());
    }

    private Stream<CreditPurchase> cards(List<Customer> customers) {
        return purchases(customers).filter(p -> p.methodType() == billing.domain.payment.MethodType.CARD);
    }

    private List<Customer> buy(Random random) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < CASES / THREADS; i++) {
            Customer customer = house.customerWith(METHODS.get(random.nextInt(METHODS.size())));
            customers.add(customer);
            faults(customer, random);
            buy(customer, 5 + random.nextInt(95) + ".00", random);
        }
        return customers;
    }

    private static void faults(Customer customer, Random random) {
        FaultKind[] kinds = FaultKind.values();
        for (int i = random.nextInt(3); i > 0; i--) {
            customer.meets(kinds[random.nextInt(kinds.length)]);
        }
    }

    private static void buy(Customer customer, String amount, Random random) {
        String id = Ids.mint(Ids.PURCHASE);
        for (int i = random.nextInt(3); i >= 0; i--) {
            customer.buys(amount, id);
        }
        if (random.nextInt(3) == 0) {
            customer.buys(amount);
        }
        CreditPurchase purchase = customer.purchase(id);
        if (purchase.status() == PurchaseStatus.ACTION_REQUIRED && random.nextInt(4) > 0) {
            customer.goesToTheBank(purchase, random.nextBoolean());
        }
    }
}
