package billing.web.api;

import billing.domain.ledger.EntryKind;
import billing.domain.payment.DeclineCode;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts that pages show in the same words. */
public final class SharedTexts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("billing.web.messages", Locale.ROOT);

    private SharedTexts() {}

    /** What happened to a payment and what to do about it, for the owner. */
    public static String of(DeclineCode code) {
        return BUNDLE.getString("decline." + code);
    }

    /** What an entry of the books is for. */
    public static String of(EntryKind kind) {
        return BUNDLE.getString("entry." + kind);
    }
}
