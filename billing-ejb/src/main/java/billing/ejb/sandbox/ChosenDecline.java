package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sandbox's own family of tokens: {@code pm_card_chargeDeclined_<decline code>} can be saved, and each charge is
 * declined with the chosen code. Stripe has only {@code pm_card_chargeCustomerFail}, with one code.
 */
record ChosenDecline(String reason) implements TestMethod {
    static final String PREFIX = "pm_card_chargeDeclined_";
    private static final Pattern REASON = Pattern.compile("[a-z][a-z_]{2,39}");

    static Optional<TestMethod> ofToken(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String reason = token.substring(PREFIX.length());
        return REASON.matcher(reason).matches() ? Optional.of(new ChosenDecline(reason)) : Optional.empty();
    }

    @Override
    public String token() {
        return PREFIX + reason;
    }

    @Override
    public Behaviour behaviour() {
        return Behaviour.declined(reason);
    }

    @Override
    public String type() {
        return "card";
    }

    @Override
    public JsonObject details(Instant now) {
        return TestCard.CHARGE_CUSTOMER_FAIL.details(now);
    }
}
