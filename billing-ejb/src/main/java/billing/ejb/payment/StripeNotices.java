package billing.ejb.payment;

import billing.domain.money.Money;
import billing.domain.payment.GatewayNotice;
import com.google.gson.JsonParseException;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.EventDataObjectDeserializer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** Reads Stripe's signed events. Source: Stripe, "Webhooks", "Verify webhook signatures". */
final class StripeNotices {
    private static final long TOLERANCE_SECONDS = 300;

    private StripeNotices() {}

    /** The notice; empty if the signature is not of this secret or its time is off by more than five minutes. */
    static Optional<GatewayNotice> read(String payload, String signature, String secret, InstantSource clock) {
        try {
            Event event = Webhook.constructEvent(
                    payload, signature, secret, TOLERANCE_SECONDS, clock.withZone(ZoneOffset.UTC));
            return isFromTheFuture(signature, clock.withZone(ZoneOffset.UTC))
                    ? Optional.empty()
                    : Optional.of(of(event));
        } catch (SignatureVerificationException | JsonParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Stripe's library refuses old signatures only. */
    private static boolean isFromTheFuture(String signature, Clock clock) {
        Instant latest = clock.instant().plusSeconds(TOLERANCE_SECONDS);
        for (String part : signature.split(",", -1)) {
            if (part.matches("t=\\d{1,15}")
                    && Instant.ofEpochSecond(Long.parseLong(part.substring(2))).isAfter(latest)) {
                return true;
            }
        }
        return false;
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
            return Optional.of(new GatewayNotice.RefundChanged(event.getId(), refundId, StripeOutcomes.of(refund)));
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
        Optional<StripeObject> object = deserializer.getObject();
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
