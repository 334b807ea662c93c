package billing.ejb.ledger;

import java.util.List;

/** What another room can say about what belongs to no one account's books but to the house's. */
public interface HouseProof {
    /** What does not fit, without a lock: what is written meanwhile can make it look wrong. Empty if all does. */
    List<Finding> glance();

    /** The same, while nothing that it looks at can change. */
    List<Finding> proveLocked();
}
