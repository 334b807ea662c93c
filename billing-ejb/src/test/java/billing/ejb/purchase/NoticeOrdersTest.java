package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.Ids;
import billing.domain.ledger.EntryKind;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refund;
import billing.ejb.access.AccessService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.ledger.LedgerService;
import billing.ejb.sandbox.DisputeAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What happens at the gateway happens in one order; its notices come in any, each some time after what it tells of, and then
 * all of them once more. All of these stories of one purchase have the same end.
 */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class NoticeOrdersTest {
    /** What happens, and what is told of it. */
    private enum Step {
        OPENED,
        DECIDED,
        REFUND_TOLD,
        OPENED_TOLD,
        DECIDED_TOLD;

        /** Whether it is told, and so may be told again. */
        private boolean isNotice() {
            return this != OPENED && this != DECIDED;
        }

        /** What must have happened before. */
        private Set<Step> after() {
            return switch (this) {
                case DECIDED, OPENED_TOLD -> EnumSet.of(OPENED);
                case DECIDED_TOLD -> EnumSet.of(DECIDED);
                default -> EnumSet.noneOf(Step.class);
            };
        }
    }

    /** How a story ends. */
    private record End(
            String available, String frozen, String owed, int purchases, PurchaseStatus status, String access) {}

    private final House house;

    NoticeOrdersTest(House house) {
        this.house = house;
    }

    @ParameterizedTest
    @EnumSource(
            value = DisputeAction.class,
            names = {"WIN", "LOSE"})
    void all_orders_of_notices_have_the_same_end(DisputeAction decision) {
        Set<List<Step>> stories = new LinkedHashSet<>();
        tell(List.of(), EnumSet.allOf(Step.class), stories);
        assertEquals(15, stories.size());
        End expected = decision == DisputeAction.WIN
                ? new End("12.00", "0.00", "0.00", 1, PurchaseStatus.PARTIALLY_REFUNDED, "OK")
                : new End("0.00", "0.00", "5.00", 0, PurchaseStatus.DISPUTED, "PAST_DUE");
        stories.forEach(story -> assertEquals(expected, live(story, decision), story.toString()));
    }

    private static void tell(List<Step> before, Set<Step> left, Set<List<Step>> stories) {
        if (left.isEmpty()) {
            stories.add(before);
        }
        for (Step next : left) {
            if (before.containsAll(next.after())) {
                Set<Step> rest = EnumSet.copyOf(left);
                rest.remove(next);
                List<Step> longer = new ArrayList<>(before);
                longer.add(next);
                tell(longer, rest, stories);
            }
        }
    }

    private End live(List<Step> story, DisputeAction decision) {
        Customer customer = house.customerWith("pm_card_visa");
        Disputant disputant = new Disputant(house, customer).isToldNothing();
        CreditPurchase purchase = customer.buys("25.00");
        customer.spends("5.00");
        Refund refund = assertInstanceOf(
                        RefundResult.Accepted.class, customer.isPaidBack(purchase, "8.00", Ids.mint(Ids.REFUND)))
                .refund();
        String dispute = "";
        List<Step> again = story.stream().filter(Step::isNotice).toList();
        for (Step step : Stream.concat(story.stream(), again.stream()).toList()) {
            switch (step) {
                case OPENED ->
                    dispute = disputant.bank(purchase, DisputeAction.OPEN).id();
                case DECIDED -> disputant.bank(purchase, decision);
                case REFUND_TOLD -> disputant.hearsOfRefund(refund.id());
                case OPENED_TOLD -> disputant.hears("charge.dispute.created", dispute);
                case DECIDED_TOLD -> disputant.hears("charge.dispute.closed", dispute);
            }
        }
        disputant.hearsOfSuccess(purchase);
        assertEquals(Set.of(), customer.findings(), story.toString());
        assertTrue(disputant.entries(EntryKind.DISPUTE_FROZEN) <= 1, story.toString());
        LedgerService ledger = house.get(LedgerService.class);
        return new End(
                customer.available(),
                ledger.frozen(customer.id()).toString(),
                ledger.disputeDebt(customer.id()).toString(),
                ledger.purchases(customer.id()),
                customer.purchase(purchase.id()).status(),
                house.get(AccessService.class)
                        .decide(customer.id())
                        .orElseThrow()
                        .reason()
                        .name());
    }
}
