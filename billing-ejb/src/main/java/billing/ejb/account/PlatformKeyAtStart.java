package billing.ejb.account;

import billing.ejb.runtime.Configuration;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets the configured platform key in, so that a new installation can be talked to. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class PlatformKeyAtStart {
    @Inject
    Configuration configuration;

    @Inject
    ApiKeyService keys;

    @PostConstruct
    void ensure() {
        keys.ensurePlatformKey(configuration.platformKey());
    }
}
