package billing.ejb.payment;

import billing.domain.account.BillingAccount;
import billing.domain.money.Money;
import billing.domain.payment.AttachOutcome;
import billing.domain.payment.Charge;
import billing.domain.payment.GatewayCustomer;
import billing.domain.payment.GatewayDispute;
import billing.domain.payment.GatewayNotice;
import billing.domain.payment.GatewayUnavailableException;
import billing.domain.payment.HostedSetup;
import billing.domain.payment.MethodType;
import billing.domain.payment.PaymentGateway;
import billing.domain.payment.PaymentOutcome;
import billing.domain.payment.RefundOutcome;
import billing.ejb.runtime.Configuration;
import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeRetrieveParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The gateway, by Stripe's protocol. One try for each call: repeating is the business of whoever knows what a repeat means.
 * Needs no transaction and must be called in none.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StripeGateway implements PaymentGateway {
    /** The metadata of a payment that names our purchase. */
    static final String PURCHASE = "billing_purchase";
    /** The metadata of a refund that names our refund. */
    static final String REFUND = "billing_refund";

    private static final String ACCOUNT = "billing_account";
    private static final Logger LOG = System.getLogger(StripeGateway.class.getName());
    private static final long PAGE = 100;
    /** What follows the purchase's id in the key of an authorization; each is new, the payment itself knows what it is. */
    private static final String OWNER = "-owner-";

    @Inject
    StripeClients clients;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    @Override
    public String createCustomer(BillingAccount account) throws GatewayUnavailableException {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .setName(account.name())
                .setEmail(account.email())
                .putMetadata(ACCOUNT, account.id().toString())
                .build();
        try {
            return stripe().v1()
                    .customers()
                    .create(params, key("customer-" + account.id()))
                    .getId();
        } catch (StripeException e) {
            throw unavailable("create a customer", e);
        }
    }

    @Override
    public Optional<GatewayCustomer> customer(String customerRef) {
        try {
            Customer customer = stripe().v1().customers().retrieve(customerRef);
            return Optional.ofNullable(customer.getEmail())
                    .map(email -> new GatewayCustomer(Objects.toString(customer.getName(), ""), email));
        } catch (StripeException e) {
            warn("tell who " + customerRef + " is", e);
            return Optional.empty();
        }
    }

    @Override
    public HostedSetup openSetup(String customerRef, URI returnUrl, URI cancelUrl) throws GatewayUnavailableException {
        String separator = returnUrl.getRawQuery() == null ? "?" : "&";
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .setCustomer(customerRef)
                .setCurrency(configuration.currency())
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.US_BANK_ACCOUNT)
                .setSuccessUrl(returnUrl + separator + "setup={CHECKOUT_SESSION_ID}")
                .setCancelUrl(cancelUrl.toString())
                .build();
        try {
            Session session = stripe().v1().checkout().sessions().create(params);
            return new HostedSetup(session.getId(), URI.create(session.getUrl()));
        } catch (StripeException e) {
            throw unavailable("open a hosted page", e);
        }
    }

    @Override
    public AttachOutcome finishSetup(String customerRef, String setupId) {
        SessionRetrieveParams expanded = SessionRetrieveParams.builder()
                .addExpand("setup_intent.payment_method")
                .build();
        try {
            Session session = stripe().v1().checkout().sessions().retrieve(setupId, expanded);
            if (!customerRef.equals(session.getCustomer())) {
                return new AttachOutcome.NoSuchMethod();
            }
            SetupIntent setup = session.getSetupIntentObject();
            PaymentMethod method = setup == null ? null : setup.getPaymentMethodObject();
            return method == null || !"succeeded".equals(setup.getStatus())
                    ? new AttachOutcome.Unfinished()
                    : new AttachOutcome.Attached(StripeOutcomes.of(method));
        } catch (StripeException e) {
            return attachFailed(e);
        }
    }

    @Override
    public AttachOutcome attach(String customerRef, String token) {
        PaymentMethodAttachParams params =
                PaymentMethodAttachParams.builder().setCustomer(customerRef).build();
        try {
            return new AttachOutcome.Attached(
                    StripeOutcomes.of(stripe().v1().paymentMethods().attach(token, params)));
        } catch (StripeException e) {
            return attachFailed(e);
        }
    }

    private static AttachOutcome attachFailed(StripeException e) {
        if (e instanceof CardException) {
            return new AttachOutcome.Refused(StripeOutcomes.decline(e.getStripeError()));
        }
        if (StripeOutcomes.isRefusal(e)) {
            return new AttachOutcome.NoSuchMethod();
        }
        warn("add a payment method", e);
        return new AttachOutcome.Unavailable();
    }

    @Override
    public void detach(String methodRef) throws GatewayUnavailableException {
        try {
            stripe().v1().paymentMethods().detach(methodRef);
        } catch (StripeException e) {
            if (!StripeOutcomes.isRefusal(e)) {
                throw unavailable("remove a payment method", e);
            }
            LOG.log(Level.DEBUG, "was detached before", e);
        }
    }

    @Override
    public PaymentOutcome charge(Charge charge) {
        try {
            return StripeOutcomes.of(stripe().v1().paymentIntents().create(params(charge), key(charge.id())));
        } catch (StripeException e) {
            warn("charge " + charge.id(), e);
            return StripeOutcomes.of(e);
        }
    }

    private static PaymentIntentCreateParams params(Charge charge) {
        PaymentIntentCreateParams.Builder params = PaymentIntentCreateParams.builder()
                .setAmount(charge.amount().toCents(RoundingMode.UNNECESSARY))
                .setCurrency(charge.currency())
                .setCustomer(charge.customerRef())
                .setPaymentMethod(charge.methodRef())
                .addPaymentMethodType(charge.methodType() == MethodType.CARD ? "card" : "us_bank_account")
                .setConfirm(true)
                .putMetadata(PURCHASE, charge.id())
                .putMetadata(ACCOUNT, charge.account().toString());
        return charge.offSession()
                ? params.setOffSession(true).build()
                : params.setReturnUrl(charge.returnUrl().toString()).build();
    }

    @Override
    public PaymentOutcome authorize(Charge charge, String paymentRef, URI returnUrl) {
        PaymentIntentConfirmParams params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod(charge.methodRef())
                .setReturnUrl(returnUrl.toString())
                .build();
        try {
            return StripeOutcomes.of(stripe().v1()
                    .paymentIntents()
                    .confirm(paymentRef, params, key(charge.id() + OWNER + clock.millis())));
        } catch (StripeException e) {
            warn("authorize payment " + paymentRef, e);
            return e instanceof CardException ? StripeOutcomes.of(e) : look(paymentRef);
        }
    }

    @Override
    public PaymentOutcome find(Charge charge) {
        PaymentIntentListParams params = PaymentIntentListParams.builder()
                .setCustomer(charge.customerRef())
                .setLimit(PAGE)
                .build();
        try {
            StripeCollection<PaymentIntent> payments =
                    stripe().v1().paymentIntents().list(params);
            for (PaymentIntent payment : payments.autoPagingIterable()) {
                if (charge.id().equals(payment.getMetadata().get(PURCHASE))) {
                    return StripeOutcomes.of(payment);
                }
            }
            return new PaymentOutcome.Missing();
        } catch (StripeException e) {
            warn("look for charge " + charge.id(), e);
            return new PaymentOutcome.Unknown(true);
        }
    }

    @Override
    public PaymentOutcome look(String paymentRef) {
        try {
            return StripeOutcomes.of(stripe().v1().paymentIntents().retrieve(paymentRef));
        } catch (StripeException e) {
            warn("look at payment " + paymentRef, e);
            return StripeOutcomes.isMissing(e) ? new PaymentOutcome.Missing() : new PaymentOutcome.Unknown(true);
        }
    }

    @Override
    public PaymentOutcome cancel(String paymentRef) {
        try {
            return StripeOutcomes.of(stripe().v1().paymentIntents().cancel(paymentRef));
        } catch (StripeException e) {
            warn("cancel payment " + paymentRef, e);
            return StripeOutcomes.isRefusal(e) ? look(paymentRef) : new PaymentOutcome.Unknown(true);
        }
    }

    @Override
    public RefundOutcome refund(String refundId, String paymentRef, Money amount) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(paymentRef)
                .setAmount(amount.toCents(RoundingMode.UNNECESSARY))
                .putMetadata(REFUND, refundId)
                .build();
        try {
            return StripeOutcomes.of(stripe().v1().refunds().create(params, key(refundId)));
        } catch (StripeException e) {
            warn("refund " + refundId, e);
            return StripeOutcomes.isRefusal(e)
                    ? new RefundOutcome.Failed("", Objects.toString(e.getCode(), "invalid_request"))
                    : new RefundOutcome.Unknown(!StripeOutcomes.isServerError(e));
        }
    }

    @Override
    public RefundOutcome findRefund(String refundId, String paymentRef) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(paymentRef)
                .setLimit(PAGE)
                .build();
        try {
            for (com.stripe.model.Refund refund :
                    stripe().v1().refunds().list(params).autoPagingIterable()) {
                if (refundId.equals(refund.getMetadata().get(REFUND))) {
                    return StripeOutcomes.of(refund);
                }
            }
            return new RefundOutcome.Missing();
        } catch (StripeException e) {
            warn("look for refund " + refundId, e);
            return new RefundOutcome.Unknown(true);
        }
    }

    @Override
    public Optional<GatewayDispute> dispute(String disputeRef) throws GatewayUnavailableException {
        DisputeRetrieveParams expanded =
                DisputeRetrieveParams.builder().addExpand("payment_intent").build();
        try {
            return StripeDisputes.of(stripe().v1().disputes().retrieve(disputeRef, expanded));
        } catch (StripeException e) {
            if (StripeOutcomes.isMissing(e)) {
                return Optional.empty();
            }
            throw unavailable("tell of dispute " + disputeRef, e);
        }
    }

    @Override
    public List<GatewayDispute> disputesSince(Instant time) throws GatewayUnavailableException {
        DisputeListParams params = DisputeListParams.builder()
                .setCreated(DisputeListParams.Created.builder()
                        .setGte(time.getEpochSecond())
                        .build())
                .addExpand("data.payment_intent")
                .setLimit(PAGE)
                .build();
        List<GatewayDispute> found = new ArrayList<>();
        try {
            for (Dispute dispute : stripe().v1().disputes().list(params).autoPagingIterable()) {
                StripeDisputes.of(dispute).ifPresent(found::add);
            }
            return found;
        } catch (StripeException e) {
            throw unavailable("list its disputes", e);
        }
    }

    @Override
    public Optional<GatewayNotice> read(String payload, String signature) {
        return StripeNotices.read(payload, signature, configuration.webhookSecret(), clock);
    }

    private StripeClient stripe() {
        return clients.client();
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private static GatewayUnavailableException unavailable(String what, StripeException e) {
        warn(what, e);
        return new GatewayUnavailableException("the gateway could not " + what, StripeOutcomes.isBusy(e), e);
    }

    private static void warn(String what, StripeException e) {
        if (!(e instanceof CardException)) {
            LOG.log(
                    Level.WARNING,
                    "BILL-0201 the gateway did not " + what + ": " + e.getCode() + " status " + e.getStatusCode()
                            + " request " + e.getRequestId());
        }
    }
}
