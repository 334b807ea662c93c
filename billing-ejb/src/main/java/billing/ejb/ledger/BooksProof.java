package billing.ejb.ledger;

import billing.domain.id.AccountId;
import java.util.List;

/** What another room can say about an account's books: whether what it caused is in them, once and in full. */
public interface BooksProof {
    /** What does not fit; empty if all does. */
    List<Finding> prove(AccountId account);
}
