package billing.web.page;

import billing.domain.payment.DeclineCode;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of pages and of the API's problems, from one bundle, and beside it the one that mails share. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("billing.web.messages", Locale.ROOT);
    private static final ResourceBundle SHARED =
            ResourceBundle.getBundle("billing.domain.words", Locale.ROOT, DeclineCode.class.getClassLoader());

    private Messages() {}

    public static boolean has(String key) {
        return BUNDLE.containsKey(key) || SHARED.containsKey(key);
    }

    /** A text with its arguments in place; without arguments it is taken as it stands. */
    public static String text(String key, Object... arguments) {
        String pattern = (SHARED.containsKey(key) ? SHARED : BUNDLE).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    /** What a value is called, such as {@code status.SUCCEEDED}. */
    public static String of(String family, Enum<?> value) {
        return text(family + "." + value.name());
    }

    /** What a refusal means and what to do about it, such as {@code decline.EXPIRED_CARD.next}. */
    public static String next(String family, Enum<?> value) {
        return text(family + "." + value.name() + ".next");
    }

    /** Both: what happened, what it means for the money, what to do. */
    public static String full(String family, Enum<?> value) {
        return of(family, value) + " " + next(family, value);
    }

    /** Why a payment of an invoice failed, and what to do: nobody chooses its amount, and nothing was bought. */
    public static String ofInvoice(DeclineCode code) {
        String family = has("pay.decline." + code.name() + ".next") ? "pay.decline" : "decline";
        return of("decline", code) + " " + next(family, code);
    }
}
