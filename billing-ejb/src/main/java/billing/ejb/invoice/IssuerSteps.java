package billing.ejb.invoice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The transaction that writes down who issues documents from now on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class IssuerSteps {
    @Inject
    StampRepository stamps;

    @Inject
    IssuerSource issuers;

    @Inject
    InstantSource clock;

    /** Writes it down if it is another than before. */
    public void note() {
        if (!issuers.isWrittenDown()) {
            stamps.lock();
            issuers.current(clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}
