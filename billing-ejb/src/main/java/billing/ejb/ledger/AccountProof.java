package billing.ejb.ledger;

import billing.domain.ledger.LedgerAccount;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What proving one account's books gave. */
public record AccountProof(String head, long entries, Map<LedgerAccount, BigInteger> totals, List<Finding> findings) {}
