package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.ejb.ledger.Statement.Movement;
import billing.ejb.ledger.StatementRepository.Place;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Explains a balance: what it was, what moved it, what it is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class StatementService {
    @Inject
    StatementRepository chain;

    /** The books from a time up to, and without, another. */
    public Statement between(AccountId account, Instant from, Instant to) {
        Place first = chain.before(account, from);
        Place last = chain.before(account, to);
        List<Movement> movements = chain.movements(account, first.seq(), last.seq()).stream()
                .sorted(Comparator.comparing(Movement::kind))
                .toList();
        return new Statement(first.balance(), movements, last.balance());
    }
}
