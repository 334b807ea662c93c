package billing.ejb.recharge;

import billing.domain.purchase.CreditPurchase;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** Makes the link by which the registered address can approve a payment. We keep only its hash. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class AuthorizationLinks {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Inject
    AuthorizationRepository repository;

    @Inject
    RechargeMails mails;

    @Inject
    Configuration configuration;

    /** Mails a new link, in the caller's transaction. */
    void send(CreditPurchase purchase) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant until = purchase.createdAt().plus(CreditPurchase.APPROVAL_TIME);
        repository.add(token, purchase.id(), until);
        mails.authorizationNeeded(purchase, address(token), until);
    }

    /** Where the link leads, and where the bank sends its holder back to. */
    URI address(String token) {
        return URI.create(configuration.publicUrl() + "/authorize/" + token);
    }
}
