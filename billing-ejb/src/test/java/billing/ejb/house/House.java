package billing.ejb.house;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.payment.HostedSetup;
import billing.ejb.account.AccountService;
import billing.ejb.account.OpenAccount;
import billing.ejb.ledger.Finding;
import billing.ejb.ledger.SelfCheck;
import billing.ejb.ledger.SelfCheckService;
import billing.ejb.payment.GatewayEndpoint;
import billing.ejb.payment.GatewayNoticeService;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.payment.SetupResult;
import billing.ejb.runtime.Clock;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.DueWorkService;
import billing.ejb.runtime.SchemaMigration;
import billing.ejb.sandbox.SandboxClockService;
import billing.ejb.sandbox.SandboxClockSteps;
import billing.ejb.sandbox.SandboxStart;
import com.stripe.net.Webhook;
import jakarta.mail.Session;
import jakarta.persistence.EntityManagerFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/** The product, started without a server: its beans, its database, its simulated gateway, its clock. */
public final class House implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration GATEWAY_TIMEOUT = Duration.ofMillis(1_200);

    private final TestDatabase database;
    private final Pair pair;
    private final Pool pool;
    private final HouseThreads threads = new HouseThreads();
    private final EntityManagerFactory unit;
    private final WeldContainer beans;
    private final NoticeDoor door;
    private final GatewayLine line;

    private House(Pair pair, TestDatabase database) {
        this.pair = pair;
        this.database = database;
        String name = pair + "-" + COUNT.incrementAndGet();
        pool = new Pool(database, pair.provider() == JpaProvider.HIBERNATE);
        Naming.offer(pool.source());
        door = new NoticeDoor(
                (payload, signature) -> get(GatewayNoticeService.class).receive(payload, signature));
        settings();
        // the schema comes before the unit, as on a server, where a provider may look at the tables
        unit = pair.provider().unit(pool.source(), name);
        beans = new Weld(name)
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ALL)
                .addBeanClasses(module())
                .addBeanClass(EjbCalls.class)
                .addExtension(new HouseRules(SharedEntities.of(unit), threads))
                .initialize();
        get(Database.class).source();
        get(SchemaMigration.class).await();
        Objects.requireNonNull(get(SandboxStart.class).toString(), "a proxy starts its bean at the first call");
        pool.forgetGreed();
        line = new GatewayLine(get(GatewayEndpoint.class).address(), pool::out);
        get(GatewayEndpoint.class).use(line.address());
    }

    private void settings() {
        System.setProperty("billing.sandbox", "true");
        System.setProperty("billing.gateway-timeout-ms", Long.toString(GATEWAY_TIMEOUT.toMillis()));
        System.setProperty("billing.sandbox-notify-url", door.address().toString());
    }

    /** All classes of this module; what is no bean among them is sorted out later. */
    private static Class<?>[] module() {
        try {
            Path classes = Path.of(Clock.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("billing/ejb"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                        .map(House::named)
                        .toArray(Class<?>[]::new);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replace(File.separatorChar, '.'), false, House.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A house on an empty database. */
    static synchronized House on(Pair pair) {
        return new House(pair, pair.freshDatabase());
    }

    /** A house of the same pair on an empty database, for what must be alone in it. */
    public House onEmptyDatabase() {
        return on(pair);
    }

    /** Another node: a house of its own over the same database. */
    public House anotherNode() {
        synchronized (House.class) {
            return new House(pair, database);
        }
    }

    /** A bean of the product. */
    public <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    /** A new customer without a payment method. */
    public Customer customer() {
        return customerOn(BillingTerms.PREPAID);
    }

    /** The same on other terms. */
    public Customer customerOn(BillingTerms terms) {
        return customerOn(terms, "acme@example.com");
    }

    /** The same with an address of its own. */
    public Customer customerOn(BillingTerms terms, String email) {
        BillingAccount account = get(AccountService.class).open(new OpenAccount("Acme", email, terms));
        return new Customer(this, account.id());
    }

    /** A new customer who pays by what a sandbox token names. */
    public Customer customerWith(String token) {
        Customer customer = customer();
        customer.adds(token);
        return customer;
    }

    /** Does something in one transaction. */
    public <T> T inTransaction(Callable<T> work) {
        try {
            Transactions.MANAGER.begin();
            try {
                T result = work.call();
                Transactions.MANAGER.commit();
                return result;
            } finally {
                if (!Transactions.isNone()) {
                    Transactions.MANAGER.rollback();
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the database behind the product's back. */
    public int tamper(String sql, Object... values) {
        return get(Database.class).update(sql, values);
    }

    /** From now on the server has this mail session, as all houses; null for none. */
    public static void mailsThrough(@Nullable Session session) {
        Naming.offer(session);
    }

    public Instant now() {
        return get(Clock.class).instant();
    }

    /** Lets time pass; what falls due on the way is done on the way. */
    public void wait(Duration time) {
        get(SandboxClockService.class).advanceTo(now().plus(time));
    }

    /** Lets time pass while nobody does anything, as if all nodes were down. */
    public void sleeps(Duration time) {
        get(SandboxClockSteps.class).moveTo(get(Clock.class).ahead().plus(time));
        get(SandboxClockService.class).catchUp();
    }

    /** Runs what is due now. */
    public void runsDueWork() {
        get(DueWorkService.class).runDue();
    }

    public SelfCheck selfCheck() {
        return get(SelfCheckService.class).run();
    }

    /** What the self-check says of these customers. */
    public List<Finding> findingsOf(List<Customer> customers) {
        Set<String> ids = customers.stream().map(c -> c.id().toString()).collect(Collectors.toSet());
        return selfCheck().findings().stream()
                .filter(finding -> ids.contains(finding.account()))
                .toList();
    }

    /** Sends a form, as a browser does. */
    void post(URI page, String form) {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Types a card in at the gateway's page, and gives the id of that visit. */
    public String fillsInAPage(Customer customer, String number) {
        URI back = URI.create("http://127.0.0.1:9/back");
        SetupResult result = get(PaymentMethodService.class).openSetup(customer.id(), back, null);
        HostedSetup setup = ((SetupResult.Opened) result).setup();
        post(setup.url(), "number=" + number + "&expiry=12/40&cvc=123&name=Ada&postcode=12345");
        noticesHaveArrived();
        return setup.id();
    }

    /** A notice as the gateway would sign it now. */
    public NoticeDoor.Notice signed(String payload) {
        return signed(payload, now());
    }

    /** A notice as the gateway would have signed it at some time. */
    public NoticeDoor.Notice signed(String payload, Instant at) {
        long time = at.getEpochSecond();
        try {
            String signature =
                    Webhook.Util.computeHmacSha256(get(Configuration.class).webhookSecret(), time + "." + payload);
            return new NoticeDoor.Notice(payload, "t=" + time + ",v1=" + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until each notice of the gateway has been tried. */
    public void noticesHaveArrived() {
        get(SandboxClockService.class).advanceTo(now());
    }

    /** The line to the gateway, on which each call can be seen. */
    public GatewayLine line() {
        return line;
    }

    /** The door through which the gateway's notices come. */
    public NoticeDoor door() {
        return door;
    }

    void assertNobodyIsGreedy() {
        pool.assertNobodyIsGreedy();
    }

    @Override
    public void close() {
        beans.close();
        line.close();
        door.close();
        threads.close();
        unit.close();
        pool.close();
    }
}
