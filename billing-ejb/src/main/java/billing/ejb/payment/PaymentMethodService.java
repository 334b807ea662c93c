package billing.ejb.payment;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.payment.AttachOutcome;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.GatewayUnavailableException;
import billing.domain.payment.MethodDetails;
import billing.domain.payment.PaymentGateway;
import billing.domain.payment.PaymentMethod;
import billing.ejb.account.AccountService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes payment methods. Cards are typed in at the gateway and never reach us. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class PaymentMethodService {
    private static final Logger LOG = System.getLogger(PaymentMethodService.class.getName());

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Pattern TOKEN = Pattern.compile("pm_[A-Za-z0-9_]{1,200}");

    @Inject
    AccountService accounts;

    @Inject
    PaymentMethodRepository methods;

    @Inject
    PaymentMethodSteps steps;

    @Inject
    PaymentGateway gateway;

    @Inject
    CardAttempts attempts;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** The payment methods on file, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<PaymentMethod> list(AccountId account, @Nullable String after, int limit) {
        return methods.page(account, after, limit);
    }

    /** All payment methods on file, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<PaymentMethod> onFile(AccountId account) {
        return methods.onFile(account);
    }

    /** A payment method of the account, on file or not. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PaymentMethod> find(AccountId account, String methodId) {
        return methods.find(account, methodId);
    }

    /** The gateway's name for an account, which it is given now if it has none; empty if the gateway does not answer. */
    public Optional<String> customer(AccountId account) {
        return accounts.find(account).flatMap(this::customer);
    }

    /** Adds the payment method that a gateway's token names. What does not look like one, a card number say, goes nowhere. */
    public AddMethodResult add(AddMethod command) {
        if (!TOKEN.matcher(command.token()).matches()) {
            return new AddMethodResult.Refused(MethodRefusal.NO_SUCH_METHOD);
        }
        Optional<BillingAccount> account = accounts.find(command.account());
        Optional<MethodRefusal> refusal =
                refusal(account, () -> attempts.tryOne(command.account(), command.clientAddress()));
        if (refusal.isPresent()) {
            return new AddMethodResult.Refused(refusal.get());
        }
        return customer(account.orElseThrow())
                .map(customer -> gateway.attach(customer, command.token()))
                .map(outcome -> record(command.account(), outcome, command.makeDefault()))
                .orElse(new AddMethodResult.Refused(MethodRefusal.GATEWAY_UNAVAILABLE));
    }

    /** Opens the gateway's page, which comes back to {@code returnUrl} with {@code setup=<id>} added to its query. */
    public SetupResult openSetup(AccountId id, URI returnUrl, @Nullable String clientAddress) {
        Optional<BillingAccount> account = accounts.find(id);
        Optional<MethodRefusal> refusal = refusal(account, () -> attempts.openPage(id, clientAddress));
        if (refusal.isPresent()) {
            return new SetupResult.Refused(refusal.get());
        }
        Optional<String> customer = customer(account.orElseThrow());
        if (customer.isEmpty()) {
            return new SetupResult.Refused(MethodRefusal.GATEWAY_UNAVAILABLE);
        }
        try {
            URI cancelUrl = URI.create(configuration.publicUrl() + "/settings/billing");
            return new SetupResult.Opened(gateway.openSetup(customer.get(), returnUrl, cancelUrl));
        } catch (GatewayUnavailableException e) {
            return new SetupResult.Refused(MethodRefusal.GATEWAY_UNAVAILABLE);
        }
    }

    /** Puts on file what was typed in at the gateway's page; asked twice, it is on file once. */
    public AddMethodResult finishSetup(AccountId id, String setupId) {
        return accounts.find(id)
                .flatMap(BillingAccount::gatewayCustomer)
                .map(customer -> record(id, gateway.finishSetup(customer, setupId), false))
                .orElse(new AddMethodResult.Refused(MethodRefusal.NO_SUCH_METHOD));
    }

    /** Charges go to this method from now on; empty if so, else why not. */
    public Optional<MethodRefusal> makeDefault(AccountId account, String methodId) {
        return steps.makeDefault(account, methodId);
    }

    /** Takes a method off the file, here first and then at the gateway; empty if so, else why not. */
    public Optional<MethodRefusal> remove(AccountId account, String methodId) {
        Optional<MethodRefusal> refusal = steps.remove(account, methodId);
        if (refusal.isEmpty()) {
            methods.find(account, methodId)
                    .ifPresent(method -> detach(method.details().ref()));
        }
        return refusal;
    }

    /** Takes all methods of an account off the file. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void forgetAll(AccountId account) {
        methods.onFile(account).forEach(method -> method.remove(clock.instant()));
    }

    /** Forgets all methods of an account at the gateway. */
    public void detachAll(AccountId account) throws GatewayUnavailableException {
        for (PaymentMethod method : methods.onFile(account)) {
            gateway.detach(method.details().ref());
        }
    }

    private Optional<MethodRefusal> refusal(Optional<BillingAccount> account, BooleanSupplier mayTry) {
        if (account.isEmpty()) {
            return Optional.of(MethodRefusal.NO_SUCH_ACCOUNT);
        }
        if (!steps.mayPay(account.get())) {
            return Optional.of(MethodRefusal.ACCOUNT_CLOSED);
        }
        return mayTry.getAsBoolean() ? Optional.empty() : Optional.of(MethodRefusal.TOO_MANY_ATTEMPTS);
    }

    /** Whoever adds the first method twice at once meets the other's call at the gateway, and waits for its answer. */
    private Optional<String> customer(BillingAccount account) {
        Optional<String> known = account.gatewayCustomer();
        for (int attempt = 0; known.isEmpty() && attempt < ATTEMPTS; attempt++) {
            try {
                known = Optional.of(gateway.createCustomer(account));
                accounts.knownToGatewayAs(account.id(), known.get());
            } catch (GatewayUnavailableException e) {
                if (!e.isBusy()) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return known;
    }

    private AddMethodResult record(AccountId account, AttachOutcome outcome, boolean makeDefault) {
        if (outcome instanceof AttachOutcome.Attached attached) {
            return record(account, attached.method(), makeDefault);
        }
        if (outcome instanceof AttachOutcome.Refused refused) {
            return new AddMethodResult.Declined(refused.code());
        }
        if (outcome instanceof AttachOutcome.NoSuchMethod) {
            return new AddMethodResult.Refused(MethodRefusal.NO_SUCH_METHOD);
        }
        return new AddMethodResult.Refused(
                outcome instanceof AttachOutcome.Unfinished
                        ? MethodRefusal.NOT_FINISHED
                        : MethodRefusal.GATEWAY_UNAVAILABLE);
    }

    private AddMethodResult record(AccountId account, MethodDetails method, boolean makeDefault) {
        if (!method.isSupported()) {
            detach(method.ref());
            return new AddMethodResult.Declined(DeclineCode.CARD_NOT_SUPPORTED);
        }
        return steps.record(account, method, makeDefault);
    }

    /** Nothing depends on it: a method that stays at the gateway is never charged, because it is not on file. */
    private void detach(String methodRef) {
        try {
            gateway.detach(methodRef);
        } catch (GatewayUnavailableException e) {
            LOG.log(Level.WARNING, "BILL-0202 payment method {0} stays at the gateway", methodRef);
        }
    }
}
