package billing.ejb.invoice;

import billing.domain.invoice.Issuer;
import billing.domain.invoice.PostalAddress;
import billing.domain.invoice.VatCategory;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.IssuerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Who issues documents: the company that the configuration names. What was issued keeps the version of it that was current then,
 * so the configuration may change and no document does.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class IssuerSource {
    @Inject
    IssuerRepository issuers;

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

    /** Whether the newest version is who issues documents now. */
    boolean isWrittenDown() {
        return issuers.newest(issuer()).isPresent();
    }

    /** The version of who issues documents now, new if that is another than before; for who has the numbers locked. */
    int current(Instant now) {
        Issuer issuer = issuer();
        return issuers.newest(issuer).orElseGet(() -> add(issuer, now));
    }

    private int add(Issuer issuer, Instant now) {
        int version = issuers.newest() + 1;
        issuers.add(version, issuer, now);
        return version;
    }

    /** Who issued what has no version of its own, such as a receipt, at a time. */
    Issuer at(Instant time) {
        return issuers.at(time).orElseGet(this::issuer);
    }

    /** Who issued a document; a document from before there were versions was issued by who issues them now. */
    Issuer version(int version) {
        return issuers.find(version).orElseGet(this::issuer);
    }
}
