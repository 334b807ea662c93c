package billing.ejb.access;

import static billing.ejb.access.Holder.accepted;
import static billing.ejb.access.Holder.denied;
import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.AccessReason;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.money.Money;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import org.junit.jupiter.api.Test;

/** How far holds may go below zero is what the terms say. */
@InEachHouse
class TermsTest {
    private final House house;

    TermsTest(House house) {
        this.house = house;
    }

    @Test
    void a_build_account_holds_down_to_its_limit_and_then_access_says_so() {
        Holder acme = Holder.on(house, new BillingTerms(TermsType.BUILD, 2, BillingTerms.BUILD_LIMIT, null, null));
        assertEquals("NO_PURCHASE_YET", denied(acme.triesToHold("1.00")));
        acme.customer().adds("pm_card_visa");
        acme.customer().buys("5.00");
        acme.holds("104.99");
        assertEquals(AccessReason.OK, acme.access());
        assertEquals("INSUFFICIENT_AVAILABLE", denied(acme.triesToHold("0.02")));
        acme.holds("0.01");
        assertEquals(AccessReason.LIMIT_REACHED, acme.access());
        assertEquals("LIMIT_REACHED", denied(acme.triesToHold("0.01")));
        acme.has("105.00", "-100.00");
        acme.booksFit();
    }

    @Test
    void the_owners_own_limit_binds_where_it_is_lower() {
        Holder acme =
                Holder.on(house, new BillingTerms(TermsType.CONTRACT, null, Money.of("50.00"), 30, Money.of("2.00")));
        acme.holds("1.99");
        assertEquals("INSUFFICIENT_AVAILABLE", denied(acme.triesToHold("0.02")));
        accepted(acme.triesToHold("0.01"));
        acme.booksFit();
    }

    @Test
    void a_contract_without_a_limit_holds_without_one() {
        Holder acme = Holder.on(house, new BillingTerms(TermsType.CONTRACT, null, null, 30, null));
        acme.holds("9000000.00");
        acme.holds("9000000.00");
        assertEquals(AccessReason.OK, acme.access());
        acme.booksFit();
    }

    @Test
    void what_cannot_be_counted_is_not_held_either() {
        Holder acme = Holder.on(house, new BillingTerms(TermsType.CONTRACT, null, null, 30, null));
        acme.holds("3000000000.00");
        assertEquals("INSUFFICIENT_AVAILABLE", denied(acme.triesToHold("3000000000.00")));
        acme.has("3000000000.00", "-3000000000.00");
        acme.booksFit();
    }
}
