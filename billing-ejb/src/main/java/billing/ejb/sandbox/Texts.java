package billing.ejb.sandbox;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the hosted pages. */
final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("billing.ejb.sandbox.messages", Locale.ROOT, Texts.class.getClassLoader());

    private Texts() {}

    static String text(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
