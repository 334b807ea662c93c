package billing.ejb.payment;

import billing.domain.money.Money;
import billing.domain.payment.GatewayNotice;
import com.google.gson.JsonParseException;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.EventDataObjectDeserializer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Stripe's signed events. Source: Stripe, "Webhooks", "Verify webhook signatures". */
final class StripeNotices {
    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern PAIRS = Pattern.compile("[a-z0-9]+=[^,=]*(,[a-z0-9]+=[^,=]*)*");
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=(\\d{1,15})(?:,|$)");

    private StripeNotices() {}

    /**
     * The notice; empty if the signature is not of this secret, its time is off by more than five minutes, or what it signs
     * is no event.
     */
    static Optional<GatewayNotice> read(String payload, String signature, String secret, InstantSource clock) {
        return isSigned(payload, signature, secret, clock.withZone(ZoneOffset.UTC))
                ? event(payload).map(StripeNotices::of)
                : Optional.empty();
    }

    /** Stripe's library stumbles over a part that is no pair or a time that is no number, and refuses old ones only. */
    private static boolean isSigned(String payload, String signature, String secret, Clock clock) {
        Matcher time = TIME.matcher(signature);
        if (!PAIRS.matcher(signature).matches() || !time.find() || isFromTheFuture(time.group(1), clock)) {
            return false;
        }
        try {
            return Webhook.Signature.verifyHeader(payload, signature, secret, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isFromTheFuture(String time, Clock clock) {
        return Long.parseLong(time) > clock.instant().getEpochSecond() + TOLERANCE_SECONDS;
    }

    private static Optional<Event> event(String payload) {
        try {
            return Optional.ofNullable(ApiResource.GSON.fromJson(payload, Event.class))
                    .filter(event -> event.getId() != null && event.getType() != null && event.getData() != null);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static GatewayNotice of(Event event) {
        return object(event)
                .flatMap(object -> of(event, object))
                .orElse(new GatewayNotice.Other(event.getId(), event.getType()));
    }

    private static Optional<GatewayNotice> of(Event event, StripeObject object) {
        if (object instanceof PaymentIntent payment && !event.getType().equals("payment_intent.created")) {
            return Optional.of(payment(event, payment));
        }
        if (object instanceof Session session && event.getType().equals("checkout.session.completed")) {
            return Optional.of(new GatewayNotice.SetupCompleted(
                    event.getId(), session.getId(), Objects.toString(session.getCustomer(), "")));
        }
        if (object instanceof Refund refund) {
            String refundId =
                    refund.getMetadata() == null ? null : refund.getMetadata().get(StripeGateway.REFUND);
            return Optional.of(new GatewayNotice.RefundChanged(event.getId(), refundId));
        }
        if (object instanceof Dispute dispute && dispute.getId() != null) {
            return Optional.of(new GatewayNotice.DisputeChanged(event.getId(), dispute.getId()));
        }
        return Optional.empty();
    }

    private static GatewayNotice payment(Event event, PaymentIntent payment) {
        String purchaseId =
                payment.getMetadata() == null ? null : payment.getMetadata().get(StripeGateway.PURCHASE);
        return new GatewayNotice.PaymentChanged(
                event.getId(),
                purchaseId,
                Objects.toString(payment.getCustomer(), ""),
                Money.ofCents(Objects.requireNonNullElse(payment.getAmountReceived(), 0L)),
                Objects.toString(payment.getCurrency(), ""),
                StripeOutcomes.of(payment));
    }

    /** The event's object, also where Stripe speaks a newer version than its library: the fields that we read are stable. */
    private static Optional<StripeObject> object(Event event) {
        EventDataObjectDeserializer deserializer = event.getDataObjectDeserializer();
        Optional<StripeObject> object = event.getApiVersion() == null ? Optional.empty() : deserializer.getObject();
        if (object.isPresent()) {
            return object;
        }
        try {
            return Optional.ofNullable(deserializer.deserializeUnsafe());
        } catch (EventDataObjectDeserializationException | JsonParseException e) {
            return Optional.empty();
        }
    }
}
