package billing.ejb.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulator of this node, if this is a sandbox. */
@ApplicationScoped
public class RunningSimulator {
    private volatile @Nullable GatewaySimulator simulator;

    Optional<GatewaySimulator> simulator() {
        return Optional.ofNullable(simulator);
    }

    void is(GatewaySimulator started) {
        simulator = started;
    }
}
