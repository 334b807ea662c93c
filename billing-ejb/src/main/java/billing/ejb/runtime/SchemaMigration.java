package billing.ejb.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Locale;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else runs, and refuses to start where the product must not run. Flyway
 * locks, so that two nodes may start together.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Inject
    Configuration configuration;

    @Inject
    Database database;

    @PostConstruct
    void migrate() {
        refuseToyDatabase();
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database.patientSource())
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + database.product().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
    }

    /** Returns once the schema is up to date: the first call of any method of a singleton waits for its start. */
    public void await() {
        // the container has waited
    }

    private void refuseToyDatabase() {
        if (!configuration.sandbox() && database.product().equals("H2")) {
            throw new IllegalStateException("BILL-0003 production needs PostgreSQL, and " + Database.NAME
                    + " is H2; for a trial set BILLING_SANDBOX=true");
        }
    }
}
