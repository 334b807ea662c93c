package billing.ejb.usage;

import java.util.concurrent.atomic.AtomicInteger;

/** How many events wait on this node, and how many may. */
final class UsageQueue {
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    UsageQueue(int most) {
        this.most = most;
    }

    /** Whether that many more may wait; then they do. */
    boolean enter(int events) {
        if (waiting.addAndGet(events) <= most) {
            return true;
        }
        waiting.addAndGet(-events);
        return false;
    }

    void leave(int events) {
        waiting.addAndGet(-events);
    }
}
