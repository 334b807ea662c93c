package billing.domain.money;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds the lines of a document to cents by largest remainder: each is off by less than a cent, and together they are their
 * sum, rounded half-even.
 */
public final class CentShares {
    private CentShares() {}

    /** The amounts in whole cents, in the same order. Where remainders are alike, the first one gets the cent. */
    public static List<Money> of(List<Money> amounts) {
        Money sum = amounts.stream().reduce(Money.ZERO, Money::plus);
        List<Money> shares = new ArrayList<>(amounts.size());
        amounts.forEach(amount -> shares.add(floor(amount)));
        long missing = sum.toCents(RoundingMode.HALF_EVEN)
                - shares.stream().mapToLong(CentShares::cents).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> rest(amounts.get(place)))
                        .reversed())
                .limit(missing)
                .forEach(place -> shares.set(place, Money.ofCents(cents(shares.get(place)) + 1)));
        return List.copyOf(shares);
    }

    private static Money rest(Money amount) {
        return amount.minus(floor(amount));
    }

    private static Money floor(Money amount) {
        return Money.ofCents(cents(amount));
    }

    private static long cents(Money amount) {
        return amount.toCents(RoundingMode.FLOOR);
    }
}
