package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.ejb.ledger.BooksProof;
import billing.ejb.ledger.Finding;
import billing.ejb.usage.UsageProofRepository.BatchSum;
import billing.ejb.usage.UsageProofRepository.Cell;
import billing.ejb.usage.UsageProofRepository.CellSum;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Proves that each batch of events is in the books with its sum, and that the days say what their events say. */
@Dependent
@SuppressWarnings("NullAway.Init")
class UsageProof implements BooksProof {
    private static final int MOST = 20;
    private static final int EVENTS = 100_000;
    private static final int ENTRIES = 10_000;
    private static final int TRIES = 3;

    @Inject
    UsageProofRepository usage;

    @Inject
    UsageRollupRepository batches;

    @Override
    public List<Finding> prove(AccountId account) {
        List<Finding> findings = new ArrayList<>(debited(account));
        findings.addAll(rolledUp(account));
        usage.ahead(account)
                .forEach(batch -> findings.add(Finding.of("USAGE_ROLLED_AHEAD", account, "up to batch " + batch)));
        return findings;
    }

    /** What events come to less what their entries come to: nothing, batch by batch, also where a batch cost nothing. */
    private List<Finding> debited(AccountId account) {
        Map<Long, BigDecimal> off = new TreeMap<>();
        long seq = 0;
        long after = 0;
        Optional<Long> end = batches.end(account, after, EVENTS);
        while (end.isPresent()) {
            usage.sumsOfBatches(account, after, end.get()).forEach(sum -> add(off, sum.batch(), sum.nanos()));
            seq = subtractEntries(account, off, seq, end.get());
            after = end.get();
            end = batches.end(account, after, EVENTS);
        }
        subtractEntries(account, off, seq, Long.MAX_VALUE);
        return off.entrySet().stream()
                .limit(MOST)
                .map(batch -> Finding.of(
                        "USAGE_NOT_DEBITED",
                        account,
                        "batch " + batch.getKey() + " is off by " + batch.getValue() + " nanos"))
                .toList();
    }

    /** Takes the entries up to a batch away, and says where the next ones begin. */
    private long subtractEntries(AccountId account, Map<Long, BigDecimal> off, long afterSeq, long lastBatch) {
        long seq = afterSeq;
        long batch = 0;
        List<BatchSum> entries;
        do {
            entries = usage.entries(account, seq, ENTRIES);
            for (BatchSum entry : entries) {
                add(off, entry.batch(), entry.nanos().negate());
                seq = entry.seq();
                batch = entry.batch();
            }
        } while (!entries.isEmpty() && batch < lastBatch);
        return seq;
    }

    private static void add(Map<Long, BigDecimal> off, long batch, BigDecimal nanos) {
        BigDecimal sum = off.getOrDefault(batch, BigDecimal.ZERO).add(nanos);
        if (sum.signum() == 0) {
            off.remove(batch);
            return;
        }
        off.put(batch, sum);
    }

    /** Days are compared with the events up to where they reach; again, if that has moved on meanwhile. */
    private List<Finding> rolledUp(AccountId account) {
        for (int i = 0; i < TRIES; i++) {
            long rolled = usage.rolled(account);
            List<Finding> findings = rolledUp(account, rolled);
            if (findings.isEmpty() || usage.rolled(account) == rolled) {
                return findings;
            }
        }
        return List.of();
    }

    private List<Finding> rolledUp(AccountId account, long rolled) {
        Map<Cell, CellSum> off = new HashMap<>();
        usage.cellsOfDays(account).forEach(sum -> add(off, sum));
        long after = 0;
        while (after < rolled) {
            long last = Math.min(rolled, batches.end(account, after, EVENTS).orElse(rolled));
            usage.cellsOfEvents(account, after, last).forEach(sum -> add(off, sum.negated()));
            after = last;
        }
        return off.values().stream()
                .filter(sum -> !sum.isNothing())
                .limit(MOST)
                .map(sum -> Finding.of(
                        "USAGE_DAY_WRONG",
                        account,
                        sum.cell().facet() + " " + sum.cell().day() + " is off by " + sum.nanos() + " nanos"))
                .toList();
    }

    private static void add(Map<Cell, CellSum> off, CellSum sum) {
        off.merge(sum.cell(), sum, CellSum::plus);
    }
}
