package billing.web.api;

import billing.domain.account.Caller;
import billing.domain.id.Sha256;
import billing.ejb.account.ApiKeyService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Whose keys are whose, remembered by this node for the calls that are too frequent to ask each time. Only what never changes
 * is kept. That a key was revoked does change: who asks here has to look for that in the statement that does the call's work.
 */
@ApplicationScoped
public class HotCallers {
    private static final String BEARER = "bearer ";
    /** Only keys that were valid once are kept, so a stranger can't fill it. */
    private static final int MOST = 10_000;

    /** How long a key that was valid is taken for valid where no statement looks at it. */
    private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How long it is while somebody looks at it again. */
    private static final long NOT_LONG_AGO_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A key that was valid, when that was, and whether somebody looks at it again. */
    private record Valid(Caller caller, long at, boolean inDoubt) {
        Valid doubted() {
            return new Valid(caller, at, true);
        }
    }

    private final Map<String, Caller> byHash = new ConcurrentHashMap<>();
    private final Map<String, Valid> valid = new ConcurrentHashMap<>();

    @Resource
    ManagedExecutorService executor;

    @Inject
    ApiKeyService keys;

    /** The key that a request brings, as it was sent; empty if it brings none. */
    public static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).trim());
    }

    /** Whose key this is, or was before it was revoked; empty if it is no key of ours. */
    public Optional<Caller> known(String bearer) {
        String hash = Sha256.hex(bearer);
        Caller known = byHash.get(hash);
        return known == null ? learn(bearer, hash) : Optional.of(known);
    }

    /** The key was found to be revoked: it is not asked for again. */
    public void forget(String bearer) {
        String hash = Sha256.hex(bearer);
        byHash.remove(hash);
        valid.remove(hash);
    }

    /**
     * Whose key this is, if it was valid lately. Keys that are used all the time are looked at again behind the back of those
     * who use them: nobody waits for that, neither when it takes long nor when the database is away.
     */
    public Optional<Caller> lately(String bearer) {
        String hash = Sha256.hex(bearer);
        Valid last = valid.get(hash);
        long age = last == null ? Long.MAX_VALUE : System.nanoTime() - last.at();
        if (last == null || age > NOT_LONG_AGO_NANOS && !last.inDoubt()) {
            return lookAt(bearer, hash);
        }
        if (age > LATELY_NANOS && !last.inDoubt() && valid.replace(hash, last, last.doubted())) {
            executor.execute(() -> lookAgain(bearer, hash, last.caller()));
        }
        return Optional.of(last.caller());
    }

    /** A database that is away says nothing about the key, and takes nothing from its bearer either. */
    private void lookAgain(String bearer, String hash, Caller caller) {
        try {
            if (lookAt(bearer, hash).isEmpty()) {
                forget(bearer);
            }
        } catch (RuntimeException away) {
            valid.put(hash, new Valid(caller, System.nanoTime(), false));
        }
    }

    private Optional<Caller> lookAt(String bearer, String hash) {
        Optional<Caller> caller = keys.authenticate(bearer);
        if (valid.size() < MOST || valid.containsKey(hash)) {
            caller.ifPresent(its -> valid.put(hash, new Valid(its, System.nanoTime(), false)));
        }
        return caller;
    }

    private Optional<Caller> learn(String bearer, String hash) {
        Optional<Caller> caller = keys.authenticate(bearer);
        if (byHash.size() < MOST) {
            caller.ifPresent(its -> byHash.put(hash, its));
        }
        return caller;
    }
}
