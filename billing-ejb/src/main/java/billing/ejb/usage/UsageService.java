package billing.ejb.usage;

import billing.domain.usage.PriceList;
import billing.domain.usage.Sku;
import billing.domain.usage.UsageEvent;
import billing.ejb.runtime.Traffic;
import billing.ejb.usage.UsageWriter.Part;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records what was used: rates events and hands them to the writers of their accounts' slices. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UsageService {
    /** The most events that wait on a node: about two seconds' work. */
    private static final int MOST_WAITING = 50_000;
    /** One commits while another reads; more would only make the batches smaller, and compete for the database's one log. */
    private static final int WRITERS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private static final int MOST_RATINGS = 5;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Traffic traffic;

    @Inject
    PriceService prices;

    @Inject
    UsageSteps steps;

    @Inject
    UsageNodes nodes;

    @Inject
    UsageRollup rollup;

    @Inject
    InstantSource clock;

    private final UsageQueue queue = new UsageQueue(MOST_WAITING);
    private List<UsageWriter> writers;

    @PostConstruct
    void start() {
        UsageGroup group = new UsageGroup(steps, nodes, this::rateAgain);
        writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new UsageWriter(executor, queue, slots -> write(group, slots)))
                .toList();
    }

    /** Writes, and says what is to be summed up some time. */
    private void write(UsageGroup group, List<Slot> slots) {
        group.write(slots);
        slots.stream()
                .filter(slot -> slot.is(Slot.Outcome.ACCEPTED))
                .collect(Collectors.groupingBy(Slot::account, Collectors.counting()))
                .forEach(rollup::behind);
    }

    /**
     * Rates events, debits them and records them. The answer comes after everything that was accepted is committed. It fails
     * with any exception if the database did not take it: then the same events may be sent again.
     *
     * @throws UsageBusyException if too much is waiting; nothing was taken
     */
    public CompletionStage<UsageReceipt> record(List<UsageEvent> events) {
        traffic.met();
        if (!queue.enter(events.size())) {
            throw new UsageBusyException();
        }
        UsageRequest request = new UsageRequest(events.stream().map(Slot::new).toList());
        try {
            rate(request.slots(), prices.current());
        } catch (RuntimeException failed) {
            queue.leave(events.size());
            throw failed;
        }
        hand(request);
        return request.answer();
    }

    private void hand(UsageRequest request) {
        Map<Integer, List<Slot>> parts = request.slots().stream()
                .filter(Slot::isOpen)
                .collect(Collectors.groupingBy(slot -> UsageSlices.of(slot.account()) % WRITERS));
        int open = parts.values().stream().mapToInt(List::size).sum();
        queue.leave(request.slots().size() - open);
        request.expect(parts.size());
        parts.forEach((writer, slots) -> writers.get(writer).add(new Part(request, slots)));
    }

    private void rateAgain(List<Slot> slots) {
        rate(slots, prices.reload());
    }

    /** Rates by this list; SKUs that are used for the first time are marked before, so that their past is settled. */
    private void rate(List<Slot> slots, PriceList list) {
        PriceList by = list;
        for (int i = 0; i < MOST_RATINGS; i++) {
            Rater rater = new Rater(by, clock.instant());
            slots.forEach(rater::rate);
            if (isRefusedByAnOld(by, slots)) {
                slots.forEach(Slot::reopen);
                by = prices.reload();
                continue;
            }
            Set<Sku> firstUsed = slots.stream()
                    .filter(Slot::isOpen)
                    .map(slot -> slot.rated().sku())
                    .filter(sku -> !sku.used())
                    .collect(Collectors.toSet());
            if (firstUsed.isEmpty()) {
                return;
            }
            by = prices.markUsed(firstUsed);
        }
        throw new IllegalStateException("BILL-0602 SKUs could not be marked as used");
    }

    /** Another node may have added the very price that is missing here; what is rated is checked when it is written. */
    private boolean isRefusedByAnOld(PriceList list, List<Slot> slots) {
        return !slots.stream().allMatch(Slot::isOpen) && list.version() != prices.version();
    }

    /** Posts the difference of a hold, in the caller's transaction, once for each event id. */
    public void post(HoldCharge charge) {
        steps.post(charge, prices.ofHolds(charge.product()));
        rollup.behind(charge.account(), 1);
    }
}
