package billing.bench;

import billing.domain.id.AccountId;
import billing.it.Customer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two accounts with members: one whose ledger is short, and one whose ledger is as long as it gets in years. */
final class Ledgers {

    private static final int SHORT = 100;
    /** What {@code mvn -Prun} says when it is up. */
    private static final String PASSWORD = "only-for-looking-around";

    private final int seconds;
    private final Visitor atShort;
    private final Visitor atLong;

    private Ledgers(Stage stage, String shortOne, String longOne) {
        seconds = stage.options().seconds();
        atShort = new Visitor(stage.product().url(), shortOne, PASSWORD);
        atLong = new Visitor(stage.product().url(), longOne, PASSWORD);
    }

    static Ledgers write(Stage stage) {
        stage.accounts();
        Ledgers both = new Ledgers(
                stage,
                account(stage, "short", SHORT),
                account(stage, "long", stage.options().ledgerRows()));
        both.visitShort();
        return both;
    }

    /** Gives the address to log in with. */
    private static String account(Stage stage, String name, int lines) {
        String email = name + "@example.com";
        if (stage.postgres().number(Postgres.PRODUCT, "SELECT count(*) FROM member WHERE email = '" + email + "'")
                > 0) {
            return email;
        }
        Customer customer = stage.billing().newAccount("Bench");
        customer.addsCard("pm_card_visa");
        customer.addsCredits("10000.00").purchase();
        AccountId account = AccountId.parse(customer.id()).orElseThrow();
        new OldUsage(stage.postgres(), account).write(lines - 2);
        awaitSums(stage, customer.id(), account);
        stage.postgres().execute(Postgres.PRODUCT, """
                INSERT INTO member (id, account, name, email, password_hash, role, created_at, version)
                SELECT 'mem_%1$s', %2$d, '%1$s', '%1$s@example.com', password_hash, role, created_at, 0
                FROM member WHERE email = 'demo@example.com'""".formatted(name, account.value()));
        return email;
    }

    /** The product sums usage up soon after it came; here it came past it, so one more event has to draw its attention. */
    private static void awaitSums(Stage stage, String id, AccountId account) {
        UsageClient client = new UsageClient(stage.product().url(), List.of(id), 1);
        new Load(stage.product().url(), 1, i -> client).exactly(1);
        String behind = "SELECT b.batches - COALESCE(r.batch, 0) FROM ledger_balance b"
                + " LEFT JOIN usage_rolled r ON r.account = b.account WHERE b.account = " + account.value();
        while (stage.postgres().number(Postgres.PRODUCT, behind) > 0) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    double visitShort() {
        return atShort.look(seconds);
    }

    double visitLong() {
        return atLong.look(seconds);
    }
}
