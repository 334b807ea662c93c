package billing.ejb.payment;

import billing.ejb.runtime.Configuration;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/** Where the gateway is: Stripe, or the simulator once the sandbox has started it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class GatewayEndpoint {
    private static final List<String> STRIPE_PAGES =
            List.of("https://checkout.stripe.com", "https://hooks.stripe.com", "https://*.stripe.com");

    @Inject
    Configuration configuration;

    private volatile URI address;
    private volatile List<String> pages = STRIPE_PAGES;

    @PostConstruct
    void read() {
        address = configuration.gatewayUrl();
    }

    public URI address() {
        return address;
    }

    /** The origins of the gateway's pages that a form of ours may lead to (Content-Security-Policy, form-action). */
    public List<String> pageOrigins() {
        return pages;
    }

    /** From now on the gateway is here. */
    public void use(URI simulator) {
        address = simulator;
        pages = List.of(simulator.toString());
    }
}
