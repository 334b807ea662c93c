package billing.ejb.sandbox;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;

/** A simulator, its inbox, its clock and Stripe's client, in the words of the tests. */
final class Sandbox implements AutoCloseable {
    static final String KEY = "sk_test_sandbox";

    final MovedClock clock = new MovedClock();
    final Inbox inbox = new Inbox(clock);
    final DataSource dataSource;
    GatewaySimulator simulator;
    StripeClient stripe;

    Sandbox(DataSource dataSource) throws IOException {
        this.dataSource = dataSource;
        this.simulator = another();
        simulator.start();
        this.stripe = client(simulator, KEY);
    }

    /** One more node over the same tables, not started yet. */
    GatewaySimulator another() {
        SimulatorSettings settings = new SimulatorSettings(0, KEY, Inbox.SECRET, inbox.uri());
        return new GatewaySimulator(dataSource, clock, settings, daemon -> {
            Thread thread = new Thread(daemon, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    static StripeClient client(GatewaySimulator simulator, String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(simulator.address().toString())
                .setMaxNetworkRetries(0)
                .setConnectTimeout(2_000)
                .setReadTimeout(3_000)
                .build();
    }

    void restart() throws Exception {
        simulator.stop();
        simulator = another();
        simulator.start();
        stripe = client(simulator, KEY);
    }

    String customer() throws StripeException {
        Customer customer = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("ada@example.com")
                        .build());
        return customer.getId();
    }

    PaymentMethod attach(String token, String customer) throws StripeException {
        PaymentMethodAttachParams params =
                PaymentMethodAttachParams.builder().setCustomer(customer).build();
        return stripe.v1().paymentMethods().attach(token, params);
    }

    /** $25.00 on-session, confirmed at once, with a way back. */
    PaymentIntentCreateParams.Builder payment(String customer, String method) {
        return PaymentIntentCreateParams.builder()
                .setAmount(2_500L)
                .setCurrency("usd")
                .setCustomer(customer)
                .setPaymentMethod(method)
                .addPaymentMethodType("card")
                .addPaymentMethodType("us_bank_account")
                .setConfirm(true)
                .setReturnUrl("http://127.0.0.1:9/back?purchase=1")
                .putMetadata("purchase", "pur_1");
    }

    PaymentIntent pay(String customer, String method) throws StripeException {
        return stripe.v1().paymentIntents().create(payment(customer, method).build());
    }

    PaymentIntent pay(PaymentIntentCreateParams params, String key) throws StripeException {
        return stripe.v1().paymentIntents().create(params, withKey(key));
    }

    static RequestOptions withKey(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** Before the clock moves, too: a notice that was signed long ago by the clock is refused. */
    private void awaitNotices() {
        simulator.awaitNotices(Duration.ofSeconds(5));
    }

    void advance(Duration by) {
        awaitNotices();
        clock.advance(by);
        simulator.runDue(clock.instant());
        awaitNotices();
    }

    @Override
    public void close() {
        try {
            simulator.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inbox.close();
    }
}
