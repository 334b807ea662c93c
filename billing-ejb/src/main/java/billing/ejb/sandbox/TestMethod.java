package billing.ejb.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A payment method that exists only in the sandbox, known by the token that creates it. */
sealed interface TestMethod permits TestCard, TestBank, ChosenDecline {

    /** What an API call names to get a new payment method of this kind. */
    String token();

    Behaviour behaviour();

    /** {@code card} or {@code us_bank_account}. */
    String type();

    /** The member of the payment method that is named like its type. */
    JsonObject details(Instant now);

    static Optional<TestMethod> ofToken(String token) {
        return Stream.concat(Arrays.<TestMethod>stream(TestCard.values()), Arrays.<TestMethod>stream(TestBank.values()))
                .filter(method -> method.token().equals(token))
                .findFirst()
                .or(() -> ChosenDecline.ofToken(token));
    }

    /** How a stored payment method behaves. */
    static Behaviour behaviourOf(Doc method) {
        return Optional.ofNullable(method.behaviour())
                .flatMap(TestMethod::ofToken)
                .map(TestMethod::behaviour)
                .orElse(Behaviour.WORKS);
    }
}
