package billing.ejb.usage;

import billing.ejb.usage.Slot.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Events that one caller sent together. It is answered when each of its parts is committed. */
final class UsageRequest {
    private final List<Slot> slots;
    private final AtomicInteger parts = new AtomicInteger();
    private final CompletableFuture<UsageReceipt> answer = new CompletableFuture<>();

    UsageRequest(List<Slot> slots) {
        this.slots = slots;
    }

    List<Slot> slots() {
        return slots;
    }

    CompletableFuture<UsageReceipt> answer() {
        return answer;
    }

    /** How many parts have to be committed before the answer; none, and the answer is there. */
    void expect(int count) {
        parts.set(count);
        if (count == 0) {
            answer.complete(receipt());
        }
    }

    /** One part is committed. */
    void partDone() {
        if (parts.decrementAndGet() == 0) {
            answer.complete(receipt());
        }
    }

    void partFailed(RuntimeException why) {
        answer.completeExceptionally(why);
    }

    private UsageReceipt receipt() {
        return new UsageReceipt(
                count(Outcome.ACCEPTED),
                count(Outcome.DUPLICATE),
                slots.stream()
                        .filter(slot -> slot.is(Outcome.CONFLICT))
                        .map(slot -> slot.event().id())
                        .toList(),
                slots.stream().map(Slot::rejection).filter(Objects::nonNull).toList());
    }

    private int count(Outcome outcome) {
        return (int) slots.stream().filter(slot -> slot.is(outcome)).count();
    }
}
