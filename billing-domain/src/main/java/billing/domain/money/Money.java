package billing.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.regex.Pattern;

/**
 * An amount in the installation's currency, in whole nanos (10⁻⁹ of its unit), positive or negative.
 *
 * <p>The range is about ±9.2 billion units. Whatever leaves it throws {@link MoneyRangeException}.
 */
public record Money(long nanos) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final long NANOS_PER_CENT = 10_000_000L;
    private static final int SCALE = 9;
    private static final int CENT_SCALE = 2;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,10}(\\.\\d{1,9})?");

    public static Money ofNanos(long nanos) {
        return nanos == 0 ? ZERO : new Money(nanos);
    }

    public static Money ofCents(long cents) {
        return exactly(Math::multiplyExact, cents, NANOS_PER_CENT);
    }

    /** The amount of a constant in the code, such as {@code Money.of("5.00")}. */
    public static Money of(String decimal) {
        return parse(decimal).orElseThrow(() -> new IllegalArgumentException("not an amount: " + decimal));
    }

    /**
     * The amount that a decimal text names: digits with at most 9 decimals and nothing else, so no exponent, no blank, no
     * plus sign, no digit of another script. Empty for every other text and for an amount out of range.
     */
    public static Optional<Money> parse(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ofNanos(new BigDecimal(decimal).movePointRight(SCALE).longValueExact()));
        } catch (ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }

    public Money plus(Money other) {
        return exactly(Math::addExact, nanos, other.nanos);
    }

    public Money minus(Money other) {
        return exactly(Math::subtractExact, nanos, other.nanos);
    }

    public Money negated() {
        return exactly(Math::subtractExact, 0, nanos);
    }

    /** Unit price times quantity, rounded half-even to the nano: once per usage event. */
    public static Money priced(BigDecimal unitPrice, BigDecimal quantity) {
        BigInteger nanos = unitPrice
                .multiply(quantity)
                .movePointRight(SCALE)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        if (nanos.bitLength() >= Long.SIZE) {
            throw new MoneyRangeException();
        }
        return ofNanos(nanos.longValue());
    }

    private static Money exactly(LongBinaryOperator operation, long left, long right) {
        try {
            return ofNanos(operation.applyAsLong(left, right));
        } catch (ArithmeticException outOfRange) {
            throw new MoneyRangeException();
        }
    }

    /** Whole cents, rounded as said: up for what a card is charged, half-even on an invoice. */
    public long toCents(RoundingMode rounding) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(NANOS_PER_CENT), 0, rounding)
                .longValueExact();
    }

    public boolean isWholeCents() {
        return nanos % NANOS_PER_CENT == 0;
    }

    public boolean isNegative() {
        return nanos < 0;
    }

    public boolean isPositive() {
        return nanos > 0;
    }

    public boolean isLessThan(Money other) {
        return nanos < other.nanos;
    }

    public boolean isMoreThan(Money other) {
        return nanos > other.nanos;
    }

    public Money min(Money other) {
        return nanos <= other.nanos ? this : other;
    }

    public Money max(Money other) {
        return nanos >= other.nanos ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(nanos, other.nanos);
    }

    /** The decimal text of the API: two decimals for whole cents, else all nine. */
    @Override
    public String toString() {
        int scale = isWholeCents() ? CENT_SCALE : SCALE;
        return BigDecimal.valueOf(nanos, SCALE)
                .setScale(scale, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
