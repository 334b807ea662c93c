package billing.ejb.ledger;

import java.util.List;

/** Somebody above the books who writes down which months were closed, in the transaction that closes them. */
public interface MonthBooks {
    void write(List<ClosedMonth> months);
}
