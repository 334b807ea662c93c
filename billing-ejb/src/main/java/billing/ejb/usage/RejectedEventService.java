package billing.ejb.usage;

import billing.domain.id.Page;
import billing.domain.usage.UsageEvent;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The operators' desk: the newest usage events that were refused, and the way to send them again once the reason is mended,
 * such as a price that was missing. They keep their ids, so that they count once whoever sends them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class RejectedEventService {
    /** The code of an event that made no sense. What could be read of it is shown, and not enough to be sent again. */
    public static final String INVALID = "INVALID_EVENT";

    /** The code of an event whose id is in the books with other content. */
    public static final String CONFLICT = "CONFLICT";

    private static final long PATIENCE_SECONDS = 30;

    @Inject
    RejectedEventRepository desk;

    @Inject
    RejectedEventSteps steps;

    @Inject
    UsageService usage;

    /** Puts events on the desk. One that lies there already is replaced. */
    public void keep(List<RejectedEvent> events) {
        if (!events.isEmpty()) {
            steps.keep(events);
        }
    }

    /** The codes that a refused event can have. */
    public static List<String> codes() {
        Stream<String> ofRating = Arrays.stream(Rejection.Code.values()).map(Enum::name);
        return Stream.concat(Stream.of(INVALID, CONFLICT), ofRating).sorted().toList();
    }

    /** Events on the desk, newest first. */
    public Page<DeskEvent> list(DeskQuery query) {
        return desk.list(query);
    }

    /** How many wait. */
    public long count() {
        return desk.count();
    }

    /**
     * Takes events off the desk that nobody will send again. They stay to be seen, with who did it and when.
     *
     * @param actor the operator's id
     * @return how many of them were waiting
     */
    public int dismiss(Collection<Long> ids, String actor) {
        return steps.dismiss(ids, actor);
    }

    /**
     * Sends events again; those that have left the desk meanwhile are left out.
     *
     * @param wording says in words why an event was refused, from the code and what the code alone does not say
     * @throws UsageBusyException if too much is waiting; what was sent before it stays sent
     */
    public Replay replay(Collection<Long> ids, BinaryOperator<String> wording) {
        List<DeskEvent> events = desk.find(ids);
        List<Sent> sent = new ArrayList<>();
        for (DeskEvent event : events) {
            send(event).ifPresent(sent::add);
        }
        int recorded =
                (int) sent.stream().filter(one -> isRecorded(one, wording)).count();
        return new Replay(recorded, sent.size() - recorded, events.size() - sent.size());
    }

    /** An event on its way, alone, so that its answer is about it; the writers take together what comes together. */
    private record Sent(DeskEvent event, CompletableFuture<UsageReceipt> answer) {}

    private Optional<Sent> send(DeskEvent event) {
        Optional<UsageEvent> made = Optional.of(event.event())
                .filter(refused -> !refused.code().equals(INVALID))
                .flatMap(refused -> StoredEvent.read(refused.body()));
        return made.map(one -> new Sent(event, usage.record(List.of(one)).toCompletableFuture()));
    }

    private boolean isRecorded(Sent sent, BinaryOperator<String> wording) {
        UsageReceipt receipt = await(sent.answer());
        if (!receipt.rejected().isEmpty()) {
            Rejection why = receipt.rejected().get(0);
            String code = why.code().name();
            steps.refusedAgain(sent.event(), code, wording.apply(code, why.detail()));
            return false;
        }
        if (!receipt.conflicts().isEmpty()) {
            steps.refusedAgain(
                    sent.event(),
                    CONFLICT,
                    wording.apply(CONFLICT, sent.event().event().eventId()));
            return false;
        }
        steps.remove(sent.event());
        return true;
    }

    private static UsageReceipt await(CompletableFuture<UsageReceipt> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("BILL-0611 interrupted while events were sent again", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("BILL-0612 events were sent again, and the answer did not come", e);
        }
    }
}
