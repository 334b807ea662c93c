package billing.ejb.sandbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up.
 *
 * @param port where it listens on 127.0.0.1; 0 for any free one, the one of last time if that is free
 * @param secretKey the key that requests must carry
 * @param webhookSecret what its notices are signed with
 * @param notifyUrl where its notices go; null for nowhere
 */
public record SimulatorSettings(
        int port,
        String secretKey,
        String webhookSecret,
        @Nullable URI notifyUrl) {

    /** Nothing in a log may show the secrets. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", notifyUrl=" + notifyUrl + "]";
    }
}
