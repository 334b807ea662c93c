package billing.web.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of the API; one language, whatever the server's is. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("billing.web.api.problems", Locale.ROOT);

    private Texts() {}

    static String text(String key, @Nullable Object... arguments) {
        String text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
