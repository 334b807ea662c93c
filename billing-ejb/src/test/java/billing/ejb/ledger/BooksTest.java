package billing.ejb.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import billing.domain.id.Ids;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Cause;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.HashChain;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.ejb.account.GrantResult;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import jakarta.ejb.EJBTransactionRequiredException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens in a customer's books; after each story they fit. */
@InEachHouse
class BooksTest {
    private final House house;
    private final Customer customer;

    BooksTest(House house) {
        this.house = house;
        this.customer = house.customer();
    }

    @AfterEach
    void the_books_fit() {
        assertEquals(Set.of(), customer.findings());
    }

    /** Purchased, free and debt, as text. */
    private String books() {
        Balance balance = customer.balance();
        return balance.purchased() + " " + balance.free() + " " + balance.debt();
    }

    @Test
    void credits_are_given_and_spent() {
        customer.isGiven("5.00");
        customer.spends("2.00");
        assertEquals("0.00 3.00 0.00", books());
    }

    @Test
    void what_is_spent_beyond_all_credits_is_debt_and_the_next_credits_pay_it_first() {
        customer.isGiven("5.00");
        customer.spends("7.00");
        assertEquals("0.00 0.00 2.00", books());
        customer.isGiven("1.50");
        assertEquals("0.00 0.00 0.50", books());
        customer.isGiven("4.00");
        assertEquals("0.00 3.50 0.00", books());
    }

    @Test
    void a_purchase_pays_debt_first_too() {
        customer.adds("pm_card_visa");
        customer.spends("0.000000180");
        customer.buys("25.00");
        assertEquals("24.999999820 0.00 0.00", books());
    }

    @Test
    void what_expires_soonest_is_spent_first_then_free_before_purchased() {
        customer.adds("pm_card_visa");
        customer.buys("5.00");
        customer.isGiven("5.00");
        Instant soon = house.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MICROS);
        customer.isGiven("5.00", Ids.mint(Ids.GRANT), soon);
        customer.spends("7.00");
        assertEquals("5.00 3.00 0.00", books());
        customer.spends("4.00");
        assertEquals("4.00 0.00 0.00", books());
    }

    @Test
    void a_batch_of_usage_that_is_posted_again_is_debited_once() {
        customer.isGiven("5.00");
        Entry first = customer.spends("2.00", 1);
        assertEquals(first, customer.spends("2.00", 1));
        assertEquals("0.00 3.00 0.00", books());
    }

    @Test
    void the_same_batch_posted_twenty_times_at_once_is_debited_once() {
        customer.isGiven("5.00");
        Together.all(20, () -> customer.spends("2.00", 2));
        assertEquals("0.00 3.00 0.00", books());
    }

    @Test
    void the_same_gift_is_given_once_and_another_gift_under_its_id_is_refused() {
        String id = Ids.mint(Ids.GRANT);
        Together.all(10, () -> customer.isGiven("5.00", id, null));
        assertEquals("0.00 5.00 0.00", books());
        assertInstanceOf(GrantResult.KeyReused.class, customer.isGiven("6.00", id, null));
        assertEquals("0.00 5.00 0.00", books());
    }

    @Test
    void nobody_is_given_more_than_can_be_counted() {
        customer.isGiven("999999999.00");
        assertInstanceOf(GrantResult.TooMuch.class, customer.isGiven("1.01"));
        assertInstanceOf(GrantResult.Granted.class, customer.isGiven("1.00"));
        assertEquals("0.00 1000000000.00 0.00", books());
    }

    @Test
    void what_lapses_is_taken_from_its_own_gift_and_never_more_than_is_left_of_it() {
        String lapsing = Ids.mint(Ids.GRANT);
        customer.isGiven("5.00", lapsing, null);
        customer.isGiven("5.00");
        customer.spends("2.00");
        assertEquals(true, customer.loses("3.01", lapsing).isEmpty());
        assertEquals(true, customer.loses("3.00", lapsing).isPresent());
        assertEquals("0.00 5.00 0.00", books());
    }

    @Test
    void each_entry_continues_the_chain_and_says_the_balance_after_it() {
        customer.isGiven("5.00");
        customer.spends("7.00");
        customer.isGiven("3.00");
        List<Entry> entries = new ArrayList<>(customer.entries());
        Collections.reverse(entries);
        String head = HashChain.START;
        for (Entry entry : entries) {
            head = HashChain.next(head, entry);
            assertEquals(head, entry.hash());
        }
        assertEquals(
                List.of("5.00", "-2.00", "1.00"),
                entries.stream().map(e -> e.balanceAfter().toString()).toList());
    }

    @Test
    void nothing_is_posted_without_the_transaction_of_what_caused_it() {
        Transfer transfer = new Transfer(
                customer.id(), EntryKind.USAGE, Money.of("1.00"), Cause.purchase("pur_x"), "key_platform", house.now());
        assertThrows(
                EJBTransactionRequiredException.class,
                () -> house.get(LedgerService.class).debit(transfer));
    }

    @Test
    void what_is_rolled_back_was_never_posted() {
        customer.isGiven("5.00");
        assertThrows(
                IllegalStateException.class,
                () -> house.inTransaction(() -> {
                    house.get(LedgerService.class)
                            .debit(new Transfer(
                                    customer.id(),
                                    EntryKind.USAGE,
                                    Money.of("1.00"),
                                    new Cause(billing.domain.ledger.CauseType.USAGE_BATCH, "lost"),
                                    "key_platform",
                                    house.now()));
                    throw new IllegalStateException("and then it broke");
                }));
        assertEquals("0.00 5.00 0.00", books());
        assertEquals(1, customer.entries().size());
    }

    @Test
    void entries_are_read_in_pages_newest_first() {
        for (int i = 1; i <= 5; i++) {
            customer.isGiven(i + ".00");
        }
        LedgerService ledger = house.get(LedgerService.class);
        var first = ledger.entries(new EntryQuery(customer.id(), null, null, null, null, 2));
        var second = ledger.entries(new EntryQuery(customer.id(), null, null, null, first.next(), 2));
        var third = ledger.entries(new EntryQuery(customer.id(), null, null, EntryKind.FREE_GRANT, second.next(), 2));
        assertEquals(List.of(5L, 4L), first.items().stream().map(Entry::seq).toList());
        assertEquals(List.of(3L, 2L), second.items().stream().map(Entry::seq).toList());
        assertEquals(List.of(1L), third.items().stream().map(Entry::seq).toList());
        assertEquals(null, third.next());
    }

    @Test
    void entries_are_found_by_time_in_a_half_open_interval() {
        customer.isGiven("1.00");
        customer.isGiven("2.00");
        Instant second = customer.entries().get(0).recordedAt();
        LedgerService ledger = house.get(LedgerService.class);
        assertEquals(
                1,
                ledger.entries(new EntryQuery(customer.id(), second, null, null, null, 9))
                        .items()
                        .size());
        assertEquals(
                1,
                ledger.entries(new EntryQuery(customer.id(), null, second, null, null, 9))
                        .items()
                        .size());
    }
}
