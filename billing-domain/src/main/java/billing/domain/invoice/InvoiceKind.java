package billing.domain.invoice;

/** What a closed month becomes. Each kind has a series of numbers of its own. */
public enum InvoiceKind {
    /** Of an account whose debt is invoiced, whether there was any or not. */
    INVOICE("INV"),
    /** Of a prepaid account: nothing is due. */
    STATEMENT("STM");

    private final String series;

    InvoiceKind(String series) {
        this.series = series;
    }

    /** What its numbers begin with. */
    public String series() {
        return series;
    }
}
