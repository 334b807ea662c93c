package billing.ejb.house;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;

/** This JVM's transactions. One resource takes part in each, so nothing has to be logged for a recovery. */
final class Transactions {
    static final TransactionManager MANAGER;
    static final TransactionSynchronizationRegistry REGISTRY;

    static {
        for (String store : Arrays.asList(null, "communicationStore", "stateStore")) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        MANAGER = com.arjuna.ats.jta.TransactionManager.transactionManager();
        REGISTRY = new TransactionSynchronizationRegistryImple();
    }

    private Transactions() {}

    static boolean isActive() {
        return REGISTRY.getTransactionStatus() == Status.STATUS_ACTIVE
                || REGISTRY.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
    }

    static boolean isNone() {
        try {
            return MANAGER.getStatus() == Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }
}
