package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.ContactService;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the mails about recharges say, and to whom. */
@InEachHouse
class RechargeMailsTest {
    private static final String BOOKS = "books@example.com";

    private final House house;

    RechargeMailsTest(House house) {
        this.house = house;
    }

    private Recharger with(String token) {
        Recharger owner = Recharger.with(house, token);
        house.get(ContactService.class).add(owner.id(), BOOKS, "mem_owner");
        return owner;
    }

    /** Newest first. */
    private List<String> kinds(Recharger owner, String to) {
        return house.get(NoticeService.class).sentAbout(owner.id(), null, 100).items().stream()
                .filter(mail -> mail.to().equals(to))
                .map(SentMail::kind)
                .toList();
    }

    @Test
    void a_recharge_is_told_by_one_mail_to_each_which_leads_to_its_receipt() {
        Recharger owner = with("pm_card_visa");
        owner.agreesTo(Recharger.target("10.00", "25.00")).isCharged();
        CreditPurchase recharge = owner.recharges().get(0);
        assertEquals(List.of("RECHARGE_MADE"), kinds(owner, BOOKS));
        assertEquals(
                List.of("RECHARGE_MADE", "WELCOME"),
                kinds(owner, owner.customer().account().email()));
        SentMail mail = owner.mail("RECHARGE_MADE");
        assertTrue(mail.links().get(0).endsWith("/purchases/" + recharge.id() + "/receipt"), mail.toString());
        assertTrue(mail.text().contains("bought $25.00 of credits"), mail.text());
        assertTrue(mail.text().contains("Available now: $25.00."), mail.text());
        owner.customer().buys("5.00");
        assertEquals("RECEIPT", kinds(owner, BOOKS).get(0), "what is bought by hand has a receipt of its own");
    }

    @Test
    void which_cap_is_reached_is_said_in_its_own_words() {
        Recharger byCount = with("pm_card_visa");
        byCount.agreesTo(Recharger.capped(Recharger.target("10.00", "30.00"), "1000.00", 1))
                .isCharged()
                .spends("25.00");
        String text = byCount.mail("RECHARGE_CAP_REACHED").text();
        assertTrue(text.contains("the limit of 1 recharge that you set for a month"), text);

        Recharger byAmount = with("pm_card_visa");
        byAmount.agreesTo(Recharger.capped(Recharger.target("10.00", "30.00"), "40.00", 10))
                .isCharged()
                .spends("25.00");
        text = byAmount.mail("RECHARGE_CAP_REACHED").text();
        assertTrue(text.contains("the limit of $40.00 that you set for a month"), text);
    }

    @Test
    void the_link_that_approves_a_payment_goes_to_the_registered_address_alone() {
        Recharger owner = with("pm_card_authenticationRequired");
        owner.agreesTo(Recharger.target("10.00", "25.00")).isCharged();
        assertEquals(
                "AUTHORIZATION_NEEDED",
                kinds(owner, owner.customer().account().email()).get(0));
        assertEquals(List.of(), kinds(owner, BOOKS));
    }

    @Test
    void a_decline_says_what_the_bank_said_and_what_follows() {
        Recharger soft = with("pm_card_chargeCustomerFail");
        soft.agreesTo(Recharger.target("10.00", "25.00")).isCharged();
        String text = soft.mail("RECHARGE_DECLINED").text();
        assertTrue(text.contains("You were not charged.") && text.contains("We try again on "), text);

        Recharger hard = with("pm_card_chargeDeclined_lost_card");
        hard.agreesTo(Recharger.target("10.00", "25.00")).isCharged();
        text = hard.mail("RECHARGE_OFF").text();
        assertTrue(text.contains("It stays off until you turn it on again"), text);
        assertEquals(List.of("RECHARGE_OFF"), kinds(hard, BOOKS));
    }
}
