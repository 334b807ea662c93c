package billing.ejb.invoice;

import billing.domain.invoice.CreditNote;

/** What became of a credit note. */
public sealed interface CreditNoteResult {
    /** It is there, now or since before. */
    record Issued(CreditNote note) implements CreditNoteResult {}

    record Refused(CreditNoteRefusal reason) implements CreditNoteResult {}
}
