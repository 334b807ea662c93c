package billing.ejb.sandbox;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kinds of object the gateway knows, how their ids begin, and which members they are found by. */
enum Kind {
    CUSTOMER("customer", "cus_", 14, null, "email"),
    /** What is left of a customer: enough to say that there was one. */
    DELETED_CUSTOMER("customer", "cus_", 14, null, "email"),
    PAYMENT_METHOD("PaymentMethod", "pm_1", 23, null, "type"),
    PAYMENT_INTENT("payment_intent", "pi_3", 23, null, "status"),
    SETUP_INTENT("setupintent", "seti_1", 23, null, "payment_method"),
    CHARGE("charge", "ch_3", 23, "payment_intent", "status"),
    REFUND("refund", "re_3", 23, "charge", "payment_intent"),
    DISPUTE("dispute", "dp_1", 23, "charge", "payment_intent"),
    CHECKOUT_SESSION("checkout.session", "cs_test_a1", 56, "setup_intent", "status"),
    EVENT("event", "evt_1", 23, null, "type");

    /** The name in "No such …" messages, which is not always the one of the {@code object} member. */
    final String spokenName;

    private final String prefix;
    private final int length;
    final @Nullable String parentMember;
    final String searchMember;

    Kind(String spokenName, String prefix, int length, @Nullable String parentMember, String searchMember) {
        this.spokenName = spokenName;
        this.prefix = prefix;
        this.length = length;
        this.parentMember = parentMember;
        this.searchMember = searchMember;
    }

    String newId() {
        return Ids.random(prefix, length);
    }

    /** The kind that an id belongs to, which makes every member that holds an id expandable. */
    static Optional<Kind> ofId(String id) {
        return Arrays.stream(values())
                .filter(kind -> id.startsWith(kind.prefix.substring(0, kind.prefix.indexOf('_') + 1)))
                .findFirst();
    }
}
