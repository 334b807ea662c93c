package billing.ejb.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one who writes to some slices of the accounts on this node. Whatever waits when it comes back from a commit is its next
 * transaction: batches grow with the load and nobody waits for company.
 */
final class UsageWriter {
    /** The events of a request that belong to this writer. */
    record Part(UsageRequest request, List<Slot> slots) {}

    /** Writes a group; fails if nothing of it is written. */
    @FunctionalInterface
    interface Group {
        void write(List<Slot> slots);
    }

    /** Enough that each account of a slice has a few: an account costs a transaction more than its events do. */
    private static final int MOST_EVENTS = 8_000;

    private final Queue<Part> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Executor executor;
    private final UsageQueue bound;
    private final Group group;

    UsageWriter(Executor executor, UsageQueue bound, Group group) {
        this.executor = executor;
        this.bound = bound;
        this.group = group;
    }

    /** Takes a part over; its room in the queue is the caller's. */
    void add(Part part) {
        queue.add(part);
        wake();
    }

    private void wake() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException stopping) {
            running.set(false);
            fail(take(), stopping);
        }
    }

    private void run() {
        try {
            for (List<Part> parts = take(); !parts.isEmpty(); parts = take()) {
                write(parts);
            }
        } finally {
            running.set(false);
        }
        if (!queue.isEmpty()) {
            wake();
        }
    }

    private List<Part> take() {
        List<Part> parts = new ArrayList<>();
        int events = 0;
        for (Part next = queue.peek(); next != null && fits(events, next); next = queue.peek()) {
            parts.add(queue.remove());
            events += next.slots().size();
        }
        return parts;
    }

    private static boolean fits(int events, Part next) {
        return events == 0 || events + next.slots().size() <= MOST_EVENTS;
    }

    private void write(List<Part> parts) {
        try {
            group.write(parts.stream().flatMap(part -> part.slots().stream()).toList());
        } catch (RuntimeException failed) {
            fail(parts, failed);
            return;
        }
        leave(parts);
        parts.forEach(part -> part.request().partDone());
    }

    private void fail(List<Part> parts, RuntimeException why) {
        leave(parts);
        parts.forEach(part -> part.request().partFailed(why));
    }

    private void leave(List<Part> parts) {
        parts.forEach(part -> bound.leave(part.slots().size()));
    }
}
