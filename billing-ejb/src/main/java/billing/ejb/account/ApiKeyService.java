package billing.ejb.account;

import billing.domain.account.ApiKey;
import billing.domain.account.Caller;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Sha256;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of the REST API. Only hashes are stored, and a key is looked up by its hash, so timing tells nothing. */
@Stateless
@SuppressWarnings("NullAway.Init")
public class ApiKeyService {
    private static final int SECRET_BYTES = 32;
    private static final int HINT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    AccountRepository accounts;

    @Inject
    InstantSource clock;

    /** Makes a key: of an account, or of the platform where the account is null. */
    public NewKey create(@Nullable AccountId account, String name, String actor) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = (account == null ? "bpk_" : "bak_")
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new NewKey(store(account, name, secret, actor), secret);
    }

    /** Makes sure that the platform key of the configuration is let in. */
    public void ensurePlatformKey(String secret) {
        if (accounts.findKeyByHash(Sha256.hex(secret)).isEmpty()) {
            store(null, "configuration", secret, "system");
        }
    }

    /** Who sends this key; empty if it is no key of ours or was revoked. */
    public Optional<Caller> authenticate(String secret) {
        return accounts.findKeyByHash(Sha256.hex(secret))
                .filter(key -> key.revokedAt().isEmpty())
                .map(key -> new Caller(key.id(), key.account().orElse(null)));
    }

    /** The keys of an account, newest first, revoked ones too. */
    public List<ApiKey> list(AccountId account) {
        return accounts.keys(account);
    }

    /** Revokes a key at once; false if the account has no such key. */
    public boolean revoke(AccountId account, String keyId) {
        Optional<ApiKey> key = accounts.keys(account).stream()
                .filter(k -> k.id().equals(keyId))
                .findFirst();
        key.ifPresent(k -> k.revoke(clock.instant()));
        return key.isPresent();
    }

    /** Revokes all keys of an account. */
    public void revokeAll(AccountId account) {
        accounts.keys(account).forEach(key -> key.revoke(clock.instant()));
    }

    private ApiKey store(@Nullable AccountId account, String name, String secret, String actor) {
        String hint = secret.substring(Math.max(0, secret.length() - HINT));
        ApiKey key = new ApiKey(Ids.mint(Ids.API_KEY), account, name, Sha256.hex(secret), hint, actor, clock.instant());
        accounts.add(key);
        return key;
    }
}
