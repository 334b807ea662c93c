package billing.ejb.house;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** The two JPA providers, each told how to find this JVM's transactions, as a server would tell it. */
enum JpaProvider {
    HIBERNATE(HibernatePersistenceProvider::new, Map.of("hibernate.transaction.jta.platform", "JBossTS")),
    ECLIPSELINK(
            org.eclipse.persistence.jpa.PersistenceProvider::new,
            Map.of(
                    "eclipselink.target-server",
                    EclipseLinkPlatform.class.getName(),
                    "eclipselink.weaving",
                    "false",
                    "eclipselink.logging.logger",
                    "JavaLogger"));

    private final Supplier<PersistenceProvider> provider;
    private final Map<String, String> settings;

    JpaProvider(Supplier<PersistenceProvider> provider, Map<String, String> settings) {
        this.provider = provider;
        this.settings = settings;
    }

    /** The persistence unit as it is shipped, on this data source. */
    EntityManagerFactory unit(DataSource dataSource, String sessionName) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        if (this == ECLIPSELINK) {
            all.put("eclipselink.session-name", sessionName);
        }
        return provider.get().createContainerEntityManagerFactory(new ShippedUnit(dataSource), all);
    }
}
