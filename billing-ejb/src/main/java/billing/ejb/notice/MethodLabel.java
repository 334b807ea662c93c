package billing.ejb.notice;

/**
 * A card or bank account as a fact of a mail.
 *
 * @param label brand and last digits, as {@code visa 4242}
 */
public record MethodLabel(String label) {}
