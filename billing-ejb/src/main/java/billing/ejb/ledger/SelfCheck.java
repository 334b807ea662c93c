package billing.ejb.ledger;

import billing.domain.ledger.LedgerAccount;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The result of proving the books.
 *
 * @param totals the sum of all postings of each ledger account, in nanos; together they are zero
 * @param root SHA-256 over the heads of all accounts' chains in the order of their numbers: written down somewhere else, it
 *     proves later that nobody rewrote a whole chain
 */
public record SelfCheck(
        boolean ok,
        Instant checkedAt,
        long accounts,
        long entries,
        Map<LedgerAccount, BigInteger> totals,
        String root,
        List<Finding> findings) {}
