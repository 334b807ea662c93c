package billing.ejb.usage;

import billing.domain.id.Ids;
import billing.ejb.runtime.Database;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Knows whether other nodes write usage, too: then one at a time writes to a slice. It may be wrong for some seconds, in which
 * two nodes wait for each other's rows: slower, and as right.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class UsageNodes {
    private static final Logger LOG = System.getLogger(UsageNodes.class.getName());
    private static final int BEAT_SECONDS = 3;
    private static final String SIGN = "UPDATE usage_node SET seen_at = CURRENT_TIMESTAMP WHERE id = ?";
    private static final String JOIN = "INSERT INTO usage_node (id, seen_at) VALUES (?, CURRENT_TIMESTAMP)";
    private static final String FORGET = "DELETE FROM usage_node WHERE seen_at < CURRENT_TIMESTAMP - INTERVAL '1' HOUR";
    private static final String OTHERS = "SELECT COUNT(*) AS n FROM usage_node WHERE id <> ?"
            + " AND seen_at > CURRENT_TIMESTAMP - INTERVAL '15' SECOND";

    private final String id = Ids.mint("node");

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Database database;

    private volatile boolean alone;
    private ScheduledFuture<?> beats;

    @PostConstruct
    void start() {
        beats = executor.scheduleWithFixedDelay(this::sign, 0, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        beats.cancel(false);
    }

    /** Whether no other node has been seen lately. */
    public boolean alone() {
        return alone;
    }

    /** Says that this node lives, and looks for others. */
    public void sign() {
        try {
            if (database.update(SIGN, id) == 0) {
                database.update(JOIN, id);
                database.update(FORGET);
            }
            alone = database.one(OTHERS, row -> row.getLong("n"), id).orElse(0L) == 0;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0604 this node could not say that it lives; it tries again", e);
        }
    }
}
