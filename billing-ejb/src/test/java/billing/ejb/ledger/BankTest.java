package billing.ejb.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sixteen threads give and spend on a few accounts, and the books are proven while they do. */
@InEachHouse
class BankTest {
    private static final int THREADS = 16;
    private static final int TRANSFERS_EACH = Integer.getInteger("bank.transfers", 50);
    private static final int ACCOUNTS = 4;

    private final House house;

    BankTest(House house) {
        this.house = house;
    }

    @Test
    void sixteen_threads_at_once_leave_books_that_fit_and_nothing_is_lost() {
        List<Customer> customers =
                Stream.generate(house::customer).limit(ACCOUNTS).toList();
        long seed = System.nanoTime();
        List<long[]> moved = Together.each(THREADS + 1, thread -> () -> {
            if (thread == THREADS) {
                return proves();
            }
            return gives(customers, new Random(seed + thread));
        });
        for (int i = 0; i < ACCOUNTS; i++) {
            int account = i;
            long expected = moved.stream().mapToLong(sums -> sums[account]).sum();
            assertEquals(Money.ofNanos(expected), customers.get(i).balance().settled(), "seed " + seed);
            assertTrue(customers.get(i).findings().isEmpty(), "seed " + seed);
        }
        assertEquals(
                (long) THREADS * TRANSFERS_EACH,
                customers.stream()
                        .mapToLong(customer -> customer.entries().size())
                        .sum());
    }

    private static long[] gives(List<Customer> customers, Random random) {
        long[] sums = new long[ACCOUNTS];
        for (int i = 0; i < TRANSFERS_EACH; i++) {
            int account = random.nextInt(ACCOUNTS);
            Money amount = Money.ofNanos(1 + random.nextInt(1_000_000_000));
            boolean gift = random.nextBoolean();
            if (gift) {
                customers.get(account).isGiven(amount.toString());
            } else {
                customers.get(account).spends(amount.toString());
            }
            sums[account] += gift ? amount.nanos() : -amount.nanos();
        }
        return sums;
    }

    /** On every read the postings of all books together are zero. */
    private long[] proves() {
        for (int i = 0; i < 3; i++) {
            BigInteger all = house.selfCheck().totals().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            assertEquals(BigInteger.ZERO, all);
        }
        return LongStream.range(0, ACCOUNTS).map(i -> 0).toArray();
    }
}
