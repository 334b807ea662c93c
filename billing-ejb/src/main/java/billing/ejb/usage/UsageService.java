package billing.ejb.usage;

import billing.domain.usage.UsageEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Records what was used. */
@ApplicationScoped
public class UsageService {
    /**
     * Rates events, debits them and records them. The answer comes after everything that was accepted is committed; it
     * fails with {@link UsageBusyException} if too much is waiting, and with any other exception if the database did not
     * take it, and then the same events may be sent again.
     */
    public CompletionStage<UsageReceipt> record(List<UsageEvent> events) {
        throw new UnsupportedOperationException();
    }

    /** Posts the difference of a hold, in the caller's transaction. */
    public void post(HoldCharge charge) {
        throw new UnsupportedOperationException();
    }
}
