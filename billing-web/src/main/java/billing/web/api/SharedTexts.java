package billing.web.api;

import billing.domain.ledger.EntryKind;
import billing.domain.payment.DeclineCode;
import billing.web.page.Messages;

/** Texts that pages show in the same words. */
public final class SharedTexts {
    private SharedTexts() {}

    /** What happened to a payment and what to do about it, for the owner. One text is promised to the letter. */
    public static String of(DeclineCode code) {
        return code == DeclineCode.CARD_NOT_SUPPORTED ? Messages.of("decline", code) : Messages.full("decline", code);
    }

    /** How a month has to be written. */
    public static String monthForm() {
        return Texts.text("field.month");
    }

    /** What an entry of the books is for. */
    public static String of(EntryKind kind) {
        return Messages.of("entry", kind);
    }

    /**
     * Why a usage event was not recorded.
     *
     * @param code as the API names it
     * @param detail what the text is about
     */
    public static String rejection(String code, String detail) {
        return Texts.text("rejection." + code, detail);
    }
}
