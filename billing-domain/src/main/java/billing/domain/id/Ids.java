package billing.domain.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** Prefixed ids such as {@code pur_01jd…}: the kind of thing, then 26 digits of Crockford's base 32. */
public final class Ids {
    public static final String PURCHASE = "pur";
    public static final String PAYMENT_METHOD = "mth";
    public static final String MEMBER = "mem";
    public static final String API_KEY = "key";
    public static final String REFUND = "ref";
    public static final String ENTRY = "ent";
    public static final String GRANT = "grt";
    public static final String HOLD = "hld";
    public static final String BUDGET = "bud";
    public static final String PRICE = "prc";
    public static final String OPERATOR = "opr";
    public static final String MAIL = "mai";
    public static final String CONTACT = "con";
    public static final String CREDIT_NOTE = "crn";
    public static final String ACTION = "act";
    public static final String POLICY_CHANGE = "pol";

    private static final int DIGITS = 26;
    private static final int BYTES = 16;

    private Ids() {}

    /** A new id that begins with the time (UUID version 7, RFC 9562). */
    public static String mint(String prefix) {
        UUID uuid = UuidCreator.getTimeOrderedEpochPlus1();
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return prefix + "_" + Crockford.encode(bytes, DIGITS);
    }

    /**
     * The id that belongs to the caller's own key: the same parts give the same id on every node and for ever, which is
     * what makes a repeated request the same request.
     */
    public static String derive(String prefix, String... parts) {
        byte[] hash = Sha256.of(String.join("\u0000", parts));
        return prefix + "_" + Crockford.encode(Arrays.copyOf(hash, BYTES), DIGITS);
    }

    /** Whether a text has the form of an id with this prefix. */
    public static boolean isId(String prefix, String text) {
        return text.startsWith(prefix + "_") && Crockford.isText(text.substring(prefix.length() + 1), DIGITS);
    }
}
