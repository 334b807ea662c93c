package billing.domain.invoice;

/** What goes to the customer on paper. */
public enum DocumentKind {
    INVOICE,
    /** Says what a month came to, and asks for nothing. */
    STATEMENT,
    /** Takes something back that an invoice asked for. */
    CREDIT_NOTE
}
