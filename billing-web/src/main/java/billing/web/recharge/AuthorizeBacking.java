package billing.web.recharge;

import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.recharge.Authorization;
import billing.ejb.recharge.AuthorizationService;
import billing.web.page.AddressFilter;
import billing.web.page.Answers;
import billing.web.page.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that a mailed link opens, for whoever has the link and without a login. To look at it uses nothing up, because
 * mail programs look, too. The link itself is all that it shows to nobody.
 */
@Named("authorize")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AuthorizeBacking {
    static final String PAGE = "/authorize/";

    private static final Pattern TOKEN = Pattern.compile("[\\w-]{20,100}");

    private @Nullable String token;
    private @Nullable Authorization found;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AuthorizationService service;

    @Inject
    private InstantSource clock;

    /** A text that could be a link's secret. */
    static Optional<String> token(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> TOKEN.matcher(it).matches());
    }

    @PostConstruct
    void load() {
        token = token((String) request.getAttribute(AddressFilter.ID)).orElse(null);
        found = Optional.ofNullable(token).flatMap(service::find).orElse(null);
    }

    /** What the bank's page adds to the address is dropped. */
    public void arrive() {
        if (token != null && request.getQueryString() != null) {
            Answers.goTo(PAGE + token);
        } else if (found == null) {
            Answers.status(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The texts of what the link is good for now. */
    public String getKey() {
        if (found == null) {
            return "authorize.UNKNOWN";
        }
        CreditPurchase purchase = found.purchase();
        if (purchase.isGivenUp() && !purchase.status().isPaid()) {
            return "authorize.REPLACED";
        }
        if (purchase.status() != PurchaseStatus.ACTION_REQUIRED) {
            return "authorize." + (purchase.status().isPaid() ? PurchaseStatus.SUCCEEDED : purchase.status());
        }
        if (purchase.isApprovalOver(clock.instant())) {
            return "authorize.EXPIRED";
        }
        return found.used() ? "authorize.USED" : "authorize.OPEN";
    }

    /** Whether the link leads to the bank. */
    public boolean isOpen() {
        return getKey().equals("authorize.OPEN");
    }

    /** Whether the link is one of ours. */
    public boolean isKnown() {
        return found != null;
    }

    public Authorization getIt() {
        return Objects.requireNonNull(found);
    }

    /** Until when it may be approved. */
    public Instant getEnds() {
        return getIt().purchase().createdAt().plus(CreditPurchase.APPROVAL_TIME);
    }

    /** Why the payment failed, if it did. */
    public String getFailure() {
        return found == null
                ? ""
                : found.purchase().failure().map(this::failure).orElse("");
    }

    private String failure(DeclineCode code) {
        return getIt().purchase().isInvoicePayment() ? Messages.ofInvoice(code) : Messages.full("decline", code);
    }

    public @Nullable String getToken() {
        return token;
    }
}
