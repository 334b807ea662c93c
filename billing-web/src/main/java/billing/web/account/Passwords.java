package billing.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Makes and checks the hashes of passwords, slowly on purpose. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Passwords {
    /** OWASP's figure for HMAC-SHA256; Jakarta's default is 2,048. */
    private static final String ITERATIONS = "600000";

    private String nobody;

    @Inject
    private Pbkdf2PasswordHash hash;

    @PostConstruct
    void begin() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256", "Pbkdf2PasswordHash.Iterations", ITERATIONS));
        nobody = hash("a password that nobody has");
    }

    public String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    public boolean fits(String password, String storedHash) {
        return !storedHash.isEmpty() && hash.verify(password.toCharArray(), storedHash);
    }

    /** Takes as long as a real check, so that the time doesn't tell whether an address is known. */
    public boolean fitsNobody(String password) {
        boolean fits = hash.verify(password.toCharArray(), nobody);
        return fits && nobody.isEmpty();
    }
}
