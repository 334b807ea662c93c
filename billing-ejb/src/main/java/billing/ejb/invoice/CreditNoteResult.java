package billing.ejb.invoice;

import billing.domain.invoice.CreditNote;
import billing.domain.money.Money;

/** What became of a credit note. */
public sealed interface CreditNoteResult {
    /** It is there, now or since before. */
    record Issued(CreditNote note) implements CreditNoteResult {}

    /**
     * It is not issued.
     *
     * @param left how much of the invoice has not been taken back yet
     * @param most how much of it may be taken back if not all of that: something that can't be charged must not stay open
     */
    record Refused(CreditNoteRefusal reason, Money left, Money most) implements CreditNoteResult {
        static Refused of(CreditNoteRefusal reason) {
            return new Refused(reason, Money.ZERO, Money.ZERO);
        }
    }
}
