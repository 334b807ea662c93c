package billing.ejb.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.account.BillingContact;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who else is told. */
@InEachHouse
class ContactsTest {
    private final House house;

    ContactsTest(House house) {
        this.house = house;
    }

    private ContactService contacts() {
        return house.get(ContactService.class);
    }

    private AddContactResult adds(Customer customer, String email) {
        return contacts().add(customer.id(), email, "mem_owner");
    }

    private static ContactRefusal refusal(AddContactResult result) {
        return ((AddContactResult.Refused) result).reason();
    }

    private List<String> emails(Customer customer) {
        return contacts().list(customer.id()).stream()
                .map(BillingContact::email)
                .toList();
    }

    @Test
    void contacts_are_listed_and_removed() {
        Customer customer = house.customer();
        adds(customer, "zoe@example.com");
        BillingContact contact = ((AddContactResult.Added) adds(customer, "Books@Example.com")).contact();
        assertEquals(List.of("books@example.com", "zoe@example.com"), emails(customer));
        assertFalse(contacts().remove(house.customer().id(), contact.id()), "it is another account's");
        assertTrue(contacts().remove(customer.id(), contact.id()));
        assertFalse(contacts().remove(customer.id(), contact.id()));
        assertEquals(List.of("zoe@example.com"), emails(customer));
    }

    @Test
    void nobody_is_told_twice() {
        Customer customer = house.customer();
        adds(customer, "books@example.com");
        assertEquals(ContactRefusal.CONTACT_EXISTS, refusal(adds(customer, "BOOKS@example.com")));
        assertEquals(
                ContactRefusal.CONTACT_EXISTS,
                refusal(adds(customer, customer.account().email())));
    }

    @Test
    void there_are_at_most_ten_however_many_add_at_once() {
        Customer customer = house.customer();
        List<AddContactResult> results = Together.each(14, i -> () -> adds(customer, "c" + i + "@example.com"));
        assertEquals(10, emails(customer).size());
        assertEquals(
                4,
                results.stream()
                        .filter(AddContactResult.Refused.class::isInstance)
                        .filter(result -> refusal(result) == ContactRefusal.TOO_MANY_CONTACTS)
                        .count());
    }

    @Test
    void an_account_that_is_not_there_or_closed_has_none() {
        Customer customer = house.customer();
        house.tamper("UPDATE billing_account SET status = 'CLOSED' WHERE id = ?", customer.id());
        assertEquals(ContactRefusal.ACCOUNT_CLOSED, refusal(adds(customer, Ids.mint("x") + "@example.com")));
        assertEquals(
                ContactRefusal.NO_SUCH_ACCOUNT,
                refusal(contacts().add(new AccountId(7), "a@example.com", "mem_owner")));
    }
}
