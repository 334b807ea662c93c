package billing.ejb.sandbox;

import billing.domain.id.Sha256;
import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of each API request: who asks, for what, was it asked before, and what became of it. */
final class ApiFront {
    private final SandboxDatabase database;
    private final Router router;
    private final IdempotentCalls idempotentCalls;
    private final String secretKey;

    ApiFront(SandboxDatabase database, Router router, String secretKey) {
        this.database = database;
        this.router = router;
        this.secretKey = secretKey;
        this.idempotentCalls = new IdempotentCalls(database, Sha256.hex(secretKey));
    }

    Answer answer(Call call, Headers headers, Tx.Origin origin) {
        try {
            authenticate(headers.getFirst("Authorization"));
            Router.Match match = router.find(call.method(), call.path())
                    .orElseThrow(() -> ApiError.notFound(call.method(), call.path()));
            Call routed = call.routed(match.ids());
            String key = headers.getFirst("Idempotency-Key");
            if (key == null || !call.method().equals("POST")) {
                return database.in(origin, tx -> execute(match.endpoint(), routed, tx));
            }
            return idempotentCalls.answer(key, routed, origin, tx -> execute(match.endpoint(), routed, tx));
        } catch (ApiError e) {
            return e.answer();
        }
    }

    private static Answer execute(Router.Endpoint endpoint, Call call, Tx tx) throws SQLException {
        return new Expansion(tx).of(endpoint.answer(call, tx), call.params().list("expand"));
    }

    /** The key comes as a bearer token, or as the name of basic authentication as with {@code curl -u}. */
    private void authenticate(@Nullable String authorization) {
        Optional<String> key = Optional.ofNullable(authorization).flatMap(ApiFront::key);
        if (key.isEmpty()) {
            throw ApiError.unauthorized("You did not provide an API key. You need to provide your API key in the"
                    + " Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!Digests.same(key.get(), secretKey)) {
            throw ApiError.unauthorized("Invalid API Key provided.");
        }
    }

    private static Optional<String> key(String authorization) {
        if (authorization.startsWith("Bearer ")) {
            return Optional.of(authorization.substring("Bearer ".length()).strip());
        }
        if (!authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring("Basic ".length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
