package billing.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The same PostgreSQL without the product: scripts in the language of pgbench, run by so many clients at once. */
abstract class RawDatabase {

    static final String NAME = "raw";

    private final Postgres postgres;

    RawDatabase(Postgres postgres) {
        this.postgres = postgres;
    }

    /** By pgbench where there is one, else by JDBC; one of them for the whole run. */
    static RawDatabase on(Postgres postgres) {
        return Pgbench.isThere() ? new Pgbench(postgres) : new JdbcBench(postgres);
    }

    /** What runs the scripts. */
    abstract String runner();

    /** Transactions a second. */
    abstract double perSecond(String script, int clients, int seconds, Map<String, Integer> variables);

    /** Runs exactly so many transactions in each client. */
    abstract void run(String script, int clients, long each, Map<String, Integer> variables);

    /** Makes the tables, unless an earlier run has left them. */
    void prepare(int accounts) {
        postgres.createDatabase(NAME);
        if (postgres.number(NAME, "SELECT count(*) FROM pg_class WHERE relname = 'usage_event'") == 0) {
            execute("schema", Map.of("naccounts", accounts));
        }
    }

    /** Runs a script that is plain SQL. */
    void execute(String script, Map<String, Integer> variables) {
        String sql = text(script);
        for (Map.Entry<String, Integer> variable : variables.entrySet()) {
            sql = sql.replace(":" + variable.getKey(), variable.getValue().toString());
        }
        try (java.sql.Connection connection = postgres.connect(NAME);
                Statement statement = connection.createStatement()) {
            for (String one : sql.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(script, failed);
        }
    }

    Postgres postgres() {
        return postgres;
    }

    static String text(String script) {
        try (InputStream in = RawDatabase.class.getResourceAsStream("/bench/sql/" + script + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("No script " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
