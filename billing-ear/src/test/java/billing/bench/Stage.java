package billing.bench;

import billing.it.Billing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures play on. The dear things are made when the first figure asks for them. */
final class Stage implements AutoCloseable {

    static final int ACCOUNTS = 1_000;

    private final Options options;
    private final Postgres postgres;
    private final Product product;
    private final RawDatabase raw;
    private final List<String> said = new ArrayList<>();
    private @Nullable Accounts accounts;
    private @Nullable Ledgers ledgers;
    private boolean stored;
    private double batchesPerSecond;
    private boolean monthEndsAreWarm;

    Stage(Options options) {
        this.options = options;
        postgres = new Postgres(options.data());
        raw = RawDatabase.on(postgres);
        raw.prepare(ACCOUNTS);
        say("starting the product");
        product = Product.start(options, postgres);
    }

    Options options() {
        return options;
    }

    Postgres postgres() {
        return postgres;
    }

    Product product() {
        return product;
    }

    RawDatabase raw() {
        return raw;
    }

    Billing billing() {
        return Billing.at(product.url());
    }

    Accounts accounts() {
        if (accounts == null) {
            say("opening " + ACCOUNTS + " accounts");
            accounts = Accounts.open(this, ACCOUNTS);
            say("warming up");
            postgres.execute(Postgres.PRODUCT, "VACUUM ANALYZE");
            warmUp();
        }
        return accounts;
    }

    /** A server is measured as it is after its first hour, not while it still compiles itself. */
    private void warmUp() {
        for (Figure.Side work : List.<Figure.Side>of(Usage::batches, Usage::singles, Access::checks)) {
            for (int spent = 0; spent < options.warmUp(); spent += options.seconds()) {
                work.measure(this);
            }
        }
        said.clear();
    }

    /** Month ends run once a month: their code is compiled by the first of them. */
    void warmMonthEnds() {
        if (!monthEndsAreWarm && options.warmUp() > 0) {
            monthEndsAreWarm = true;
            MonthEnds.warmUp(this);
            said.clear();
        }
    }

    Ledgers ledgers() {
        if (ledgers == null) {
            say("writing a ledger of " + options.ledgerRows() + " lines");
            ledgers = Ledgers.write(this);
            postgres.execute(Postgres.PRODUCT, "VACUUM ANALYZE");
        }
        return ledgers;
    }

    /** Fills both sides' tables with events of long ago. */
    void store() {
        if (stored || postgres.number(Postgres.PRODUCT, "SELECT count(*) FROM usage_event WHERE batch = 0") > 0) {
            return;
        }
        say("storing " + options.stored() + " events on both sides");
        raw.execute("prefill", java.util.Map.of("rows", options.stored(), "naccounts", ACCOUNTS));
        StoredEvents.write(this);
        stored = true;
    }

    /** How many batches a second it took at full speed, once that was measured. */
    double batchesPerSecond() {
        return batchesPerSecond;
    }

    void remember(double fullSpeed) {
        batchesPerSecond = fullSpeed;
    }

    /** Tells whoever waits, and the report. */
    @SuppressWarnings("SystemOut") // a program for the command line
    void say(String text, Object... values) {
        String line = text.formatted(values);
        said.add(line);
        System.out.println("bench: " + line);
    }

    List<String> said() {
        return said;
    }

    @Override
    public void close() {
        product.close();
        postgres.close();
    }
}
