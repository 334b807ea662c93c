package billing.ejb.sandbox;

import java.security.SecureRandom;

/** Ids in the gateway's form. They are random and long, because knowing one opens its hosted page. */
final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String random(String prefix, int length) {
        StringBuilder id = new StringBuilder(prefix);
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }
}
