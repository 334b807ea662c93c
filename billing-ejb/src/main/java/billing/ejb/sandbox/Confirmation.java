package billing.ejb.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * How a payment is confirmed.
 *
 * @param offSession the customer is not there, so nobody could approve anything
 * @param returnUrl where the bank's page sends the customer back to
 * @param failInsteadOfAction the caller has no use for a payment that waits for approval
 */
record Confirmation(
        boolean offSession,
        @Nullable String returnUrl,
        boolean failInsteadOfAction,
        @Nullable String futureUsage) {

    private static final int LONGEST_URL = 2048;

    static Confirmation of(Params params) {
        String offSession = params.text("off_session");
        boolean named = "one_off".equals(offSession) || "recurring".equals(offSession);
        return new Confirmation(
                named || params.flag("off_session"),
                url(params, "return_url"),
                params.flag("error_on_requires_action"),
                params.text("setup_future_usage"));
    }

    /** An absolute web address; it will be redirected to. */
    static @Nullable String url(Params params, String name) {
        String text = params.text(name);
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text.replace("{CHECKOUT_SESSION_ID}", "id"));
            if (text.length() <= LONGEST_URL
                    && url.getHost() != null
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return text;
            }
        } catch (URISyntaxException e) {
            // answered below, like every other text that is no address
        }
        throw ApiError.invalid("url_invalid", name, "Not a valid URL");
    }
}
