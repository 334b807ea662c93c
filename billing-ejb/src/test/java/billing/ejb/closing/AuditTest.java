package billing.ejb.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.AccountService;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.AuditService;
import billing.ejb.account.ChangeTerms;
import billing.ejb.account.OperatorAction;
import billing.ejb.account.Suspension;
import billing.ejb.account.TermsService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Pair;
import billing.ejb.ledger.Gift;
import billing.ejb.ledger.LedgerService;
import billing.ejb.purchase.RefundService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who did what, when and why; and what operators look at before they do it. */
@InEachHouse({Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2})
class AuditTest {
    private static final BillingTerms BUILD =
            new BillingTerms(TermsType.BUILD, 2, BillingTerms.BUILD_LIMIT, null, null);

    private final House house;
    private final Customer customer;
    private final CreditPurchase purchase;

    AuditTest(House house) {
        this.house = house;
        this.customer = house.customerWith("pm_card_visa");
        this.purchase = customer.buys("20.00");
    }

    private void muchIsDone() {
        house.get(TermsService.class).change(new ChangeTerms(customer.id(), BUILD, "asked for by sales", "opr_1"));
        customer.isGiven("5.00");
        customer.isPaidBack(purchase, "3.00", Ids.mint(Ids.REFUND));
        house.get(AccountService.class).suspend(new Suspension(customer.id(), "stolen cards", "opr_2"));
        house.get(AccountService.class).resume(new Suspension(customer.id(), "a mistake", "opr_2"));
    }

    private Page<OperatorAction> page(@Nullable String after, int limit) {
        return house.get(AuditService.class).list(customer.id(), after, limit);
    }

    private static List<String> texts(List<OperatorAction> actions) {
        return actions.stream()
                .map(one -> one.kind() + " " + one.actor() + ": " + one.reason())
                .toList();
    }

    @Test
    void each_action_is_told_with_who_and_why_newest_first() {
        muchIsDone();
        assertEquals(
                List.of(
                        "RESUMED opr_2: a mistake",
                        "SUSPENDED opr_2: stolen cards",
                        "REFUND key_operator: asked for",
                        "GRANT key_operator: welcome",
                        "TERMS opr_1: asked for by sales"),
                texts(page(null, 50).items()));
        OperatorAction refund = page(null, 50).items().get(2);
        assertEquals(Money.of("3.00"), refund.amount());
        assertEquals(purchase.id(), refund.detail());
    }

    @Test
    void its_pages_leave_nothing_out_and_tell_nothing_twice() {
        muchIsDone();
        List<OperatorAction> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<OperatorAction> page = page(after, 2);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(page(null, 50).items(), all);
        assertEquals(
                texts(page(null, 50).items()), texts(page("none of ours", 50).items()));
    }

    @Test
    void all_accounts_together_begin_with_what_was_done_last() {
        muchIsDone();
        List<OperatorAction> all =
                house.get(AuditService.class).list(null, null, 500).items();
        assertTrue(all.containsAll(page(null, 50).items()));
        for (int i = 1; i < all.size(); i++) {
            assertTrue(!all.get(i).at().isAfter(all.get(i - 1).at()), all.get(i).toString());
        }
    }

    @Test
    void what_the_owner_does_is_not_an_operators_action() {
        String key = house.get(ApiKeyService.class)
                .create(customer.id(), "theirs", "mem_owner")
                .key()
                .id();
        house.get(TermsService.class).change(new ChangeTerms(customer.id(), BUILD, "asked for by sales", "opr_1"));
        house.get(TermsService.class).limit(customer.id(), Money.of("2.00"), "mem_owner");
        house.get(TermsService.class).limit(customer.id(), Money.of("3.00"), key);
        assertEquals(
                List.of("TERMS opr_1: asked for by sales"), texts(page(null, 50).items()));
    }

    @Test
    void what_can_be_paid_back_is_what_is_left_and_available() {
        assertEquals(Money.of("20.00"), refundable());
        customer.spends("4.999999999");
        assertEquals(Money.of("15.00"), refundable());
        customer.spends("0.000000002");
        assertEquals(Money.of("14.99"), refundable());
        customer.isPaidBack(purchase, "4.99", Ids.mint(Ids.REFUND));
        assertEquals(Money.of("10.00"), refundable());
        customer.spends("20.00");
        assertEquals(Money.ZERO, refundable());
    }

    private Money refundable() {
        return house.get(RefundService.class).refundable(customer.purchase(purchase.id()));
    }

    @Test
    void gifts_are_listed_with_what_is_left_of_them() {
        customer.isGiven("5.00");
        customer.spends("2.00");
        List<Gift> gifts = house.get(LedgerService.class).gifts(customer.id(), 10);
        assertEquals(1, gifts.size());
        assertEquals("welcome", gifts.get(0).reason());
        assertEquals("key_operator", gifts.get(0).actor());
        assertEquals(Money.of("3.00"), gifts.get(0).grant().rest());
    }

    @Test
    void an_account_is_found_by_its_id_a_part_of_its_name_and_its_address() {
        Customer other = house.customer();
        String email = other.account().email();
        for (String text : List.of(
                other.id().toString(),
                email,
                email.toUpperCase(java.util.Locale.ROOT),
                email.substring(1, email.indexOf('@') + 3))) {
            assertTrue(found(text).contains(other.id().toString()), text);
        }
        assertTrue(found(other.account().name().substring(1).toUpperCase(java.util.Locale.ROOT))
                .contains(other.id().toString()));
        assertEquals(List.of(), found("100%_" + other.id()));
    }

    private List<String> found(String text) {
        return house.get(AccountService.class).search(text, null, 500).items().stream()
                .map(account -> account.id().toString())
                .toList();
    }
}
