package billing.ejb.invoice;

import billing.ejb.ledger.ClosedMonth;
import billing.ejb.ledger.MonthBooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Writes down each month that is closed, in the transaction that closes it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class ClosedMonths implements MonthBooks {
    @Inject
    MonthRepository months;

    @Inject
    DocumentSteps documents;

    @Inject
    InstantSource clock;

    @Override
    public void write(List<ClosedMonth> closed) {
        months.add(closed, clock.instant());
    }

    @Override
    public void writeOut(List<ClosedMonth> closed) {
        documents.writeOut(closed);
    }
}
