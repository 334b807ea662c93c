package billing.web.usage;

import billing.ejb.usage.RejectedEventService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts refused events on the operators' desk, after their sender was told. A flood of them is not kept: it would stand in the
 * way of the good ones, and its sender knows.
 */
@ApplicationScoped
public class Desk {
    private static final Logger LOG = System.getLogger(Desk.class.getName());
    private static final int MOST_WAITING = 5_000;

    @Inject
    RejectedEventService rejected;

    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock one = new ReentrantLock();

    void keep(List<Refusal> refused) {
        if (refused.isEmpty()) {
            return;
        }
        boolean fits = waiting.addAndGet(refused.size()) <= MOST_WAITING;
        one.lock();
        try {
            if (fits) {
                rejected.keep(refused.stream().map(Refusal::onDesk).toList());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0605 refused events could not be put on the desk", e);
        } finally {
            one.unlock();
            waiting.addAndGet(-refused.size());
        }
    }
}
