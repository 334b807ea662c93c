package billing.web.api;

import billing.domain.payment.DeclineCode;
import java.util.List;

/** What a bank's or the gateway's refusal is called over REST: the code is the decline's name. */
public final class Declines {
    private static final int UNPROCESSABLE = 422;

    private Declines() {}

    /** A payment method that was refused when it was added. */
    public static Problem problem(DeclineCode code) {
        return new Problem(
                UNPROCESSABLE, code.name(), Texts.text("problem.declined.title"), SharedTexts.of(code), List.of());
    }
}
