package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.CreditGrant;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Debits many accounts in one transaction, by one entry each: the books' side of a usage batch. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class DebitService {
    @Inject
    BatchRepository batches;

    @Inject
    BalanceWatch watch;

    @Inject
    Months months;

    @Inject
    InstantSource clock;

    /** Locks the books of these accounts, in one order for all; an account that is not in the answer has none. */
    public Map<AccountId, OpenBooks> lock(Collection<AccountId> accounts) {
        Map<AccountId, OpenBooks> books = new LinkedHashMap<>();
        List<BalanceRow> rows = months.current(batches.lock(accounts));
        Instant now = clock.instant();
        Map<AccountId, List<CreditGrant>> grants = batches.openGrants(accounts);
        rows.forEach(row -> books.put(
                row.account(),
                new OpenBooks(
                        row,
                        grants.getOrDefault(row.account(), List.of()),
                        row.month().clamp(now))));
        return books;
    }

    /** Takes credits in burn-down order; what no grant covers becomes debt. Each debit ends a batch of its account. */
    public void post(Collection<BatchDebit> debits, String actor) {
        List<Posting> postings =
                debits.stream().map(debit -> Posting.of(debit, actor)).toList();
        batches.write(postings);
        postings.stream().map(Posting::after).forEach(watch::saved);
    }
}
