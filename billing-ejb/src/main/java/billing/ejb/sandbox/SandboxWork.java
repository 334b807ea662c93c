package billing.ejb.sandbox;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What the simulated gateway does of its own accord, such as settling a bank debit after four days. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class SandboxWork implements DueWork {
    @Inject
    RunningSimulator running;

    @Override
    public Optional<Instant> nextDue() {
        return running.simulator().flatMap(GatewaySimulator::nextDue);
    }

    @Override
    public void runDue(Instant now) {
        running.simulator().ifPresent(simulator -> simulator.runDue(now));
    }
}
