package billing.ejb.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Writes down who issues documents when the configuration takes effect, so that receipts know who it was when they were paid. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class IssuerAtStart {
    @Inject
    IssuerSteps steps;

    @PostConstruct
    void note() {
        steps.note();
    }
}
