package billing.ejb.payment;

import billing.domain.payment.DeclineCode;
import billing.domain.payment.MethodDetails;
import billing.domain.payment.MethodType;
import billing.domain.payment.PaymentOutcome;
import billing.domain.payment.RefundOutcome;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Stripe's answers mean. Source: Stripe, "The PaymentIntent object", "Errors", "Idempotent requests". */
final class StripeOutcomes {
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private StripeOutcomes() {}

    static PaymentOutcome of(PaymentIntent payment) {
        return switch (Objects.toString(payment.getStatus())) {
            case "succeeded" -> new PaymentOutcome.Succeeded(payment.getId());
            case "processing" -> new PaymentOutcome.Processing(payment.getId());
            case "canceled" -> new PaymentOutcome.Cancelled(payment.getId());
            case "requires_action" -> action(payment);
            case "requires_payment_method" -> refused(payment);
            default -> new PaymentOutcome.Unknown(true);
        };
    }

    /** Without an error nothing was tried yet: so it is just after it was created. */
    private static PaymentOutcome refused(PaymentIntent payment) {
        StripeError error = payment.getLastPaymentError();
        return error == null
                ? new PaymentOutcome.Unknown(true)
                : new PaymentOutcome.Declined(payment.getId(), decline(error));
    }

    private static PaymentOutcome action(PaymentIntent payment) {
        return Optional.ofNullable(payment.getNextAction())
                .map(PaymentIntent.NextAction::getRedirectToUrl)
                .map(PaymentIntent.NextAction.RedirectToUrl::getUrl)
                .<PaymentOutcome>map(url -> new PaymentOutcome.ActionRequired(payment.getId(), URI.create(url)))
                .orElse(new PaymentOutcome.Unknown(true));
    }

    /**
     * What a failed charge means. A card error is an answer. A request that was refused never became a payment. Everything
     * else, time-outs above all, is unknown; an error 500 is stored under the key, so the key will not tell more.
     */
    static PaymentOutcome of(StripeException e) {
        if (e instanceof CardException card) {
            return declined(card);
        }
        if (isRefusal(e)) {
            return new PaymentOutcome.Declined("", decline(e.getStripeError()));
        }
        if (e instanceof AuthenticationException || e instanceof PermissionException) {
            return new PaymentOutcome.Declined("", DeclineCode.PROCESSING_ERROR);
        }
        return new PaymentOutcome.Unknown(!isServerError(e));
    }

    private static PaymentOutcome declined(CardException e) {
        String payment = Optional.ofNullable(e.getStripeError())
                .map(StripeError::getPaymentIntent)
                .map(PaymentIntent::getId)
                .orElse("");
        return new PaymentOutcome.Declined(payment, decline(e.getStripeError()));
    }

    /** Whether the gateway understood and refused; "too many requests" is of the same class and is no refusal. */
    static boolean isRefusal(StripeException e) {
        return e instanceof InvalidRequestException && !(e instanceof RateLimitException);
    }

    /** Whether the same key is being worked on already. */
    static boolean isBusy(StripeException e) {
        return "idempotency_key_in_use".equals(e.getCode()) || Objects.equals(e.getStatusCode(), CONFLICT);
    }

    static boolean isServerError(StripeException e) {
        return e.getStatusCode() != null && e.getStatusCode() >= SERVER_ERROR;
    }

    static boolean isMissing(StripeException e) {
        return "resource_missing".equals(e.getCode());
    }

    static DeclineCode decline(@Nullable StripeError error) {
        return error == null ? DeclineCode.CARD_DECLINED : StripeDeclines.of(error.getCode(), error.getDeclineCode());
    }

    static RefundOutcome of(Refund refund) {
        return switch (Objects.toString(refund.getStatus())) {
            case "succeeded" -> new RefundOutcome.Succeeded(refund.getId());
            case "failed", "canceled" ->
                new RefundOutcome.Failed(refund.getId(), Objects.toString(refund.getFailureReason(), "canceled"));
            default -> new RefundOutcome.Pending(refund.getId());
        };
    }

    static MethodDetails of(PaymentMethod method) {
        PaymentMethod.UsBankAccount bank = method.getUsBankAccount();
        if (bank != null) {
            String name = Objects.toString(bank.getBankName(), "bank account");
            return new MethodDetails(
                    method.getId(), MethodType.US_BANK_ACCOUNT, name, bank.getLast4(), null, null, null);
        }
        PaymentMethod.Card card = method.getCard();
        return new MethodDetails(
                method.getId(),
                MethodType.CARD,
                card.getBrand(),
                card.getLast4(),
                Math.toIntExact(card.getExpMonth()),
                Math.toIntExact(card.getExpYear()),
                card.getFunding());
    }
}
