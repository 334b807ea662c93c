package billing.bench;

import billing.domain.id.AccountId;
import billing.it.Answer;
import billing.it.Billing;
import billing.it.Customer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The accounts that spend, made over REST as a platform makes them: each has bought credits, and was given some that
 * expire, so that its debits burn down real grants.
 */
final class Accounts {

    static final String SKU = "bench.tokens";

    private static final int HANDS = 4;
    private static final int KEPT_DAYS = 365;

    private final List<String> ids;

    private Accounts(List<String> ids) {
        this.ids = ids;
    }

    /** Opens so many, less those that an earlier run has left. */
    static Accounts open(Stage stage, int count) {
        List<String> ids = new ArrayList<>(left(stage.postgres()));
        if (ids.isEmpty()) {
            setPrice(stage.billing());
        }
        ids.addAll(open(stage.billing(), count - ids.size()));
        return new Accounts(List.copyOf(ids));
    }

    private static List<String> left(Postgres postgres) {
        return postgres
                .numbers(
                        Postgres.PRODUCT,
                        "SELECT a.id FROM billing_account a JOIN credit_grant g ON g.account = a.id"
                                + " WHERE a.name = 'Bench' AND g.kind = 'FREE'")
                .stream()
                .map(id -> new AccountId(id).toString())
                .toList();
    }

    private static void setPrice(Billing billing) {
        expect(201, billing.post("prices", """
                {"sku":"%s","product":"API_REQUEST","unit":"token","unitPrice":"0.00000018","effectiveFrom":"%s"}\
                """.formatted(SKU, Instant.now().truncatedTo(ChronoUnit.SECONDS))));
    }

    private static List<String> open(Billing billing, int count) {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            Callable<String> one = () -> rich(billing).id();
            List<Future<String>> all =
                    hands.invokeAll(Stream.generate(() -> one).limit(count).toList());
            return all.stream().map(Accounts::id).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            hands.shutdownNow();
        }
    }

    /** An account with credits for as long as a benchmark lasts. */
    static Customer rich(Billing billing) {
        Customer customer = billing.newAccount("Bench");
        expect(201, customer.addsCard("pm_card_visa"));
        expect(201, customer.addsCredits("10000.00").send());
        expect(
                201,
                billing.post(
                        "accounts/" + customer.id() + "/grants",
                        """
                {"amount":"0.25","kind":"FREE","reason":"benchmark","expiresAt":"%s"}\
                """.formatted(
                                Instant.now().plus(KEPT_DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)),
                        UUID.randomUUID().toString()));
        return customer;
    }

    List<String> ids() {
        return ids;
    }

    int count() {
        return ids.size();
    }

    private static void expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Answered " + answer.status() + ": " + answer.body());
        }
    }

    private static String id(Future<String> made) {
        try {
            return made.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
