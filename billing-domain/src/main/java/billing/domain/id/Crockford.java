package billing.domain.id;

import java.math.BigInteger;
import java.util.Optional;

/** Crockford's base 32, lower case: no i, l, o, u, so that an id can be read out on the telephone. */
final class Crockford {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LONG_DIGITS = 13;
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Crockford() {}

    static String encode(long value) {
        char[] text = new char[LONG_DIGITS];
        long rest = value;
        for (int i = LONG_DIGITS - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & MASK));
            rest >>>= BITS;
        }
        return new String(text);
    }

    static Optional<Long> decode(String text) {
        if (text.length() != LONG_DIGITS || text.charAt(0) > '7') {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < LONG_DIGITS; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value << BITS | digit;
        }
        return Optional.of(value);
    }

    /** The first {@code digits} digits of a number of {@code bytes}, most significant first. */
    static String encode(byte[] bytes, int digits) {
        BigInteger rest = new BigInteger(1, bytes);
        char[] text = new char[digits];
        for (int i = digits - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(rest.intValue() & MASK);
            rest = rest.shiftRight(BITS);
        }
        return new String(text);
    }

    static boolean isText(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }
}
