package billing.web.purchase;

import billing.domain.payment.DeclineCode;
import billing.domain.purchase.Refusal;
import billing.web.api.Declines;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;

/** How the API tells why a purchase or a refund was not begun. */
final class Refusals {
    private static final String AMOUNT = "amount";

    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case AMOUNT_TOO_SMALL -> Problem.inField(ProblemCode.AMOUNT_TOO_SMALL, AMOUNT);
            case AMOUNT_TOO_LARGE -> Problem.inField(ProblemCode.AMOUNT_TOO_LARGE, AMOUNT);
            case AMOUNT_NOT_WHOLE_CENTS -> Problem.inField(ProblemCode.AMOUNT_NOT_WHOLE_CENTS, AMOUNT);
            case MORE_THAN_UNSPENT -> Problem.inField(ProblemCode.MORE_THAN_UNSPENT, AMOUNT);
            case CARD_NOT_SUPPORTED -> Declines.problem(DeclineCode.CARD_NOT_SUPPORTED);
            case NO_PAYMENT_METHOD -> Problem.of(ProblemCode.PAYMENT_METHOD_REQUIRED);
            case TOO_MANY_DECLINES -> Problem.of(ProblemCode.TOO_MANY_DECLINES);
            case ACCOUNT_CLOSED -> Problem.of(ProblemCode.ACCOUNT_CLOSED);
            case ACCOUNT_SUSPENDED -> Problem.of(ProblemCode.ACCOUNT_SUSPENDED);
            case GATEWAY_UNAVAILABLE -> Problem.of(ProblemCode.GATEWAY_UNAVAILABLE);
            case KEY_REUSED -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case DISPUTED -> Problem.of(ProblemCode.PURCHASE_DISPUTED);
            case NOT_PAID, NOT_RETURNED -> Problem.of(ProblemCode.PURCHASE_NOT_PAID);
            case NO_SUCH_ACCOUNT, NO_SUCH_PURCHASE -> Problem.of(ProblemCode.NOT_FOUND);
        };
    }
}
