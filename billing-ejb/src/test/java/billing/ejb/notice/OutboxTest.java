package billing.ejb.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import billing.ejb.account.ContactService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Writing mails into the outbox. */
@InEachHouse
class OutboxTest {
    private final House house;

    OutboxTest(House house) {
        this.house = house;
    }

    private static Mail zero(@Nullable String once) {
        return new Mail(
                MailKind.BALANCE_ZERO,
                List.of(Money.ZERO, new Phrase("BALANCE_ZERO.stops", List.of())),
                "/settings/add-credits",
                once);
    }

    private void tell(Customer customer, Mail mail) {
        house.inTransaction(() -> {
            house.get(ContactService.class).tell(customer.id(), mail);
            return mail;
        });
    }

    private List<SentMail> mails(Customer customer) {
        return house.get(NoticeService.class).sentAbout(customer.id(), null, 100).items().stream()
                .filter(mail -> mail.kind().equals("BALANCE_ZERO"))
                .toList();
    }

    @Test
    void a_mail_is_there_when_its_cause_is() {
        Customer customer = house.customer();
        tell(customer, zero(null));
        SentMail mail = mails(customer).get(0);
        assertEquals("acme@example.com", mail.to());
        assertEquals("Your credits are used up", mail.subject());
        assertTrue(mail.links().get(0).endsWith("/billing/settings/add-credits"), mail.toString());
        assertTrue(mail.text().contains("Available now: $0.00."), mail.text());
        assertTrue(mail.text().contains("Add credits:\n" + mail.links().get(0)), mail.text());
        assertTrue(mail.text().contains("“Acme”"), mail.text());
    }

    @Test
    void what_did_not_happen_is_not_told() {
        Customer customer = house.customer();
        assertThrows(
                IllegalStateException.class,
                () -> house.inTransaction(() -> {
                    house.get(ContactService.class).tell(customer.id(), zero(null));
                    throw new IllegalStateException("undone");
                }));
        assertEquals(List.of(), mails(customer));
    }

    @Test
    void a_mail_needs_a_cause() {
        Customer customer = house.customer();
        assertThrows(
                RuntimeException.class, () -> house.get(ContactService.class).tell(customer.id(), zero(null)));
    }

    @Test
    void the_same_mail_is_written_once_and_disturbs_nobody() {
        Customer customer = house.customer();
        house.inTransaction(() -> {
            house.get(ContactService.class).tell(customer.id(), zero("first"));
            house.get(ContactService.class).tell(customer.id(), zero("first"));
            house.get(ContactService.class).tell(customer.id(), zero("second"));
            return customer.available();
        });
        tell(customer, zero("first"));
        assertEquals(2, mails(customer).size());
    }

    @Test
    void many_who_tell_the_same_at_once_tell_it_once_and_all_go_on() {
        Customer customer = house.customer();
        Together.all(6, () -> {
            tell(customer, zero("same"));
            return true;
        });
        assertEquals(1, mails(customer).size());
    }

    @Test
    void each_account_of_an_address_is_told_on_its_own() {
        Customer one = house.customer();
        Customer other = house.customer();
        tell(one, zero("2026-11"));
        tell(other, zero("2026-11"));
        assertEquals(1, mails(one).size());
        assertEquals(1, mails(other).size());
    }
}
