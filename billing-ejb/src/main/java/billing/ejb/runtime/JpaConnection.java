package billing.ejb.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.util.Optional;

/**
 * The connection that JPA keeps open in a transaction, for plain SQL in the same transaction. Payara and GlassFish take a
 * second one out of the pool for a transaction whose first is open. With a row locked that is fatal: those who wait for the
 * row have the rest of the pool, and its owner waits for one of theirs.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class JpaConnection {
    @PersistenceContext(unitName = "billing")
    EntityManager entities;

    @Resource
    TransactionSynchronizationRegistry transactions;

    private volatile boolean lends = true;

    /** To be left open. None outside of a transaction, and where the provider lends none: there the server shares its own. */
    Optional<Connection> borrow() {
        if (!lends || transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(entities.unwrap(Connection.class));
        } catch (PersistenceException notThisProvider) {
            lends = false;
            return Optional.empty();
        }
    }
}
