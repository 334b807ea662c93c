package billing.ejb.ledger;

import java.util.List;

/** Somebody above the books who writes down which months were closed, in the transaction that closes them. */
public interface MonthBooks {
    /** They were closed by a posting, which must not wait for more than a note of them. */
    void write(List<ClosedMonth> months);

    /** They were closed by a month's end, which does all for many at once. All are the same month, of different accounts. */
    void writeOut(List<ClosedMonth> months);
}
