package billing.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a form, which stands in its page's address: reloading the page or going back to it finds the same form, and a
 * form does what it does once.
 */
public final class FormNumber {
    /** The parameter that carries it. */
    public static final String NAME = "form";

    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{32}");

    private FormNumber() {}

    /** The number that was sent; null if none was. */
    public static @Nullable String read(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME))
                .filter(number -> NUMBER.matcher(number).matches())
                .orElse(null);
    }

    /** A new one. */
    public static String mint() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
