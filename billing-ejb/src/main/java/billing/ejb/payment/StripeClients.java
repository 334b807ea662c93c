package billing.ejb.payment;

import billing.ejb.runtime.Configuration;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Stripe's client with settings that suit a billing system: short time-outs, no retries of its own, no telemetry. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StripeClients {
    private static final int CONNECT_TIMEOUT_MS = 2_000;

    private record Built(URI address, StripeClient client) {}

    @Inject
    Configuration configuration;

    @Inject
    GatewayEndpoint endpoint;

    private volatile @Nullable Built built;

    StripeClient client() {
        Built current = built;
        URI address = endpoint.address();
        if (current == null || !current.address().equals(address)) {
            current = new Built(address, build(address));
            built = current;
        }
        return current.client();
    }

    private StripeClient build(URI address) {
        Stripe.enableTelemetry = false;
        return StripeClient.builder()
                .setApiKey(configuration.gatewayKey())
                .setApiBase(address.toString())
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setReadTimeout(Math.toIntExact(configuration.gatewayTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .build();
    }
}
