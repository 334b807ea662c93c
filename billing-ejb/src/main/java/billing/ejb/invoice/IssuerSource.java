package billing.ejb.invoice;

import billing.domain.invoice.Issuer;
import billing.domain.invoice.PostalAddress;
import billing.domain.invoice.VatCategory;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.IssuerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who issues documents: the company that the configuration names. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class IssuerSource {
    @Inject
    Configuration configuration;

    Issuer issuer() {
        IssuerSettings settings = configuration.issuer();
        return new Issuer(
                settings.name(),
                new PostalAddress(settings.address(), settings.country()),
                settings.registration(),
                settings.vatId().orElse(null),
                settings.email(),
                VatCategory.valueOf(settings.vatCategory()));
    }
}
