package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.ejb.invoice.MonthRepository.Key;
import billing.ejb.runtime.DueWork;
import billing.ejb.usage.UsageRollupService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the documents of months that somebody's first posting has closed, or that a crash has left. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UnwrittenMonths implements DueWork {
    private static final int AT_ONCE = 100;

    @Inject
    MonthRepository months;

    @Inject
    DocumentSteps documents;

    @Inject
    UsageRollupService usage;

    @Override
    public Optional<Instant> nextDue() {
        return months.anyClosed() ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public void runDue(Instant now) {
        for (List<Key> some = documents.closed(); !some.isEmpty(); some = documents.closed()) {
            for (AccountId account : documents.behind(some)) {
                usage.rollUp(account);
            }
            for (int from = 0; from < some.size(); from += AT_ONCE) {
                documents.write(some.subList(from, Math.min(from + AT_ONCE, some.size())));
            }
        }
    }
}
