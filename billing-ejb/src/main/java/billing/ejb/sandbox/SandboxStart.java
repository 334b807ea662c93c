package billing.ejb.sandbox;

import billing.ejb.payment.GatewayEndpoint;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.Database;
import billing.ejb.usage.PriceService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the simulator and the movable clock, and offers a price list, where this is a sandbox; does nothing in production. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init")
public class SandboxStart {
    private static final Logger LOG = System.getLogger(SandboxStart.class.getName());

    @Inject
    Configuration configuration;

    @Inject
    Database database;

    @Inject
    InstantSource clock;

    @Inject
    GatewayEndpoint endpoint;

    @Inject
    RunningSimulator running;

    @Inject
    SandboxClockService movableClock;

    @Inject
    PriceService prices;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> clockWatch;

    @PostConstruct
    void start() {
        if (!configuration.sandbox()) {
            return;
        }
        movableClock.catchUp();
        prices.begin(SamplePrices.all());
        clockWatch = executor.scheduleWithFixedDelay(this::catchUp, 1, 1, TimeUnit.SECONDS);
        GatewaySimulator simulator = new GatewaySimulator(
                database.source(),
                clock,
                new SimulatorSettings(
                        configuration.sandboxPort(),
                        configuration.gatewayKey(),
                        configuration.webhookSecret(),
                        configuration.sandboxNotifyUrl()),
                threads);
        open(simulator);
        LOG.log(
                Level.INFO,
                "BILL-0401 sandbox: the gateway is simulated at {0}, no real money moves",
                simulator.address());
    }

    private void open(GatewaySimulator simulator) {
        try {
            simulator.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "BILL-0402 the simulator could not open port " + configuration.sandboxPort(), e);
        }
        running.is(simulator);
        endpoint.use(simulator.address());
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> watch = clockWatch;
        if (watch != null) {
            watch.cancel(false);
        }
        running.simulator().ifPresent(SandboxStart::close);
    }

    private static void close(GatewaySimulator simulator) {
        try {
            simulator.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp() {
        try {
            movableClock.catchUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BILL-0403 the sandbox's clock could not be read", e);
        }
    }
}
