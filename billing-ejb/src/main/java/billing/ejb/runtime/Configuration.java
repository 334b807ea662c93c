package billing.ejb.runtime;

import billing.domain.money.Money;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of this installation, read once at start from environment variables {@code BILLING_…} or system properties
 * {@code billing.…} (a property wins). All wrong values are named at once.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Configuration {
    private static final String SANDBOX_KEY = "sandbox-platform-key";
    private static final String SANDBOX_GATEWAY_KEY = "sk_test_sandbox";
    private static final String SANDBOX_WEBHOOK_SECRET = "whsec_sandbox";

    private boolean sandbox;
    private URI publicUrl;
    private String platformKey;
    private String gatewayKey;
    private String webhookSecret;
    private URI gatewayUrl;
    private Duration gatewayTimeout;
    private Duration grace;
    private int sandboxPort;
    private URI sandboxNotifyUrl;
    private String currency;
    private Money minCharge;
    private Money maxPurchase;
    private String supportUrl;
    private String mailFrom;
    private IssuerSettings issuer;
    private Optional<String> demoPassword;
    private Optional<String> operatorEmail;
    private Optional<String> operatorPassword;

    @PostConstruct
    void read() {
        read(new Settings());
    }

    void read(Settings settings) {
        sandbox = settings.flag("BILLING_SANDBOX", false);
        publicUrl = settings.url("BILLING_PUBLIC_URL", "http://127.0.0.1:8080/billing");
        platformKey = settings.secret("BILLING_PLATFORM_KEY", SANDBOX_KEY, sandbox);
        gatewayKey = settings.secret("BILLING_GATEWAY_KEY", SANDBOX_GATEWAY_KEY, sandbox);
        webhookSecret = settings.secret("BILLING_GATEWAY_WEBHOOK_SECRET", SANDBOX_WEBHOOK_SECRET, sandbox);
        gatewayUrl = settings.url("BILLING_GATEWAY_URL", "https://api.stripe.com");
        gatewayTimeout = Duration.ofMillis(settings.number("BILLING_GATEWAY_TIMEOUT_MS", 10_000, 100, 60_000));
        grace = Duration.ofDays(settings.number("BILLING_GRACE_DAYS", 7, 0, 90));
        sandboxPort = settings.number("BILLING_SANDBOX_PORT", 0, 0, 65_535);
        sandboxNotifyUrl = settings.url("BILLING_SANDBOX_NOTIFY_URL", publicUrl + "/api/v1/gateway/events");
        currency = settings.matching("BILLING_CURRENCY", "usd", "[a-z]{3}", "three lower-case letters, as usd");
        minCharge = settings.money("BILLING_MIN_CHARGE", "0.50", Money.ofCents(1));
        maxPurchase = settings.money("BILLING_MAX_PURCHASE", "10000.00", minPurchase());
        supportUrl = settings.matching(
                "BILLING_SUPPORT_URL",
                "mailto:support@example.com",
                "(https?://|mailto:)\\S+",
                "an address that begins with https://, http:// or mailto:");
        mailFrom = settings.matching(
                "BILLING_MAIL_FROM",
                sandbox ? "Billing <billing@example.com>" : "",
                "|[^\\s@<>]{1,64}@[^\\s@<>]{1,189}|[^@<>\"\\p{Cntrl}]{1,80} <[^\\s@<>]{1,64}@[^\\s@<>]{1,189}>",
                "an address that mails come from, as billing@example.com or Billing <billing@example.com>");
        demoPassword = settings.text("BILLING_DEMO_PASSWORD").filter(password -> sandbox);
        readOperator(settings);
        issuer = IssuerSettings.read(settings, sandbox);
        settings.check();
    }

    /** In the sandbox whoever looks around may be an operator, too. */
    private void readOperator(Settings settings) {
        operatorPassword =
                settings.password("BILLING_OPERATOR_PASSWORD", sandbox).or(() -> demoPassword);
        operatorEmail = operatorPassword.map(password -> settings.matching(
                "BILLING_OPERATOR_EMAIL",
                sandbox ? "operator@example.com" : "",
                "[^\\s@]{1,64}@[^\\s@]{1,189}",
                "the mail address that the operator with BILLING_OPERATOR_PASSWORD logs in with"));
        if (operatorPassword.isEmpty()) {
            settings.refuse("BILLING_OPERATOR_EMAIL", "needs a BILLING_OPERATOR_PASSWORD beside it");
        }
    }

    /** Whether the gateway is the simulator and the clock can be moved. Never in production. */
    public boolean sandbox() {
        return sandbox;
    }

    /** Where browsers and the gateway reach this application, without a slash at its end. */
    public URI publicUrl() {
        return publicUrl;
    }

    /** The first platform key. */
    public String platformKey() {
        return platformKey;
    }

    public String gatewayKey() {
        return gatewayKey;
    }

    public String webhookSecret() {
        return webhookSecret;
    }

    /** The gateway's address; in the sandbox the simulator takes its place. */
    public URI gatewayUrl() {
        return gatewayUrl;
    }

    /** How long an answer of the gateway is waited for. */
    public Duration gatewayTimeout() {
        return gatewayTimeout;
    }

    /** How long after its due time an unpaid invoice leaves access open. */
    public Duration grace() {
        return grace;
    }

    /** The simulator's port on the loopback address; 0 is any free one. */
    public int sandboxPort() {
        return sandboxPort;
    }

    /** Where the simulator sends its notices. */
    public URI sandboxNotifyUrl() {
        return sandboxNotifyUrl;
    }

    /** ISO 4217, lower case. */
    public String currency() {
        return currency;
    }

    /** The least that can be bought at once. */
    public Money minPurchase() {
        return Money.of("5.00");
    }

    /** The least that the gateway charges: less is not invoiced but carried on as debt. */
    public Money minCharge() {
        return minCharge;
    }

    /** The most that can be bought at once. */
    public Money maxPurchase() {
        return maxPurchase;
    }

    /** The password of the demo account; empty if there is to be none, as always in production. */
    public Optional<String> demoPassword() {
        return demoPassword;
    }

    /** What the first operator logs in with; empty if none is to be made. */
    public Optional<String> operatorEmail() {
        return operatorEmail;
    }

    /** The first operator's password, there if and only if the address is. */
    public Optional<String> operatorPassword() {
        return operatorPassword;
    }

    /** Whom mails come from; empty if nobody said so, and then none can be sent. */
    public Optional<String> mailFrom() {
        return Optional.of(mailFrom).filter(from -> !from.isEmpty());
    }

    /** Who issues invoices and receipts. */
    public IssuerSettings issuer() {
        return issuer;
    }

    /** The way to support, linked on each page. */
    public String supportUrl() {
        return supportUrl;
    }
}
