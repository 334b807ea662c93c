package billing.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pgbench does, for machines that have none: one statement, prepared once, with random numbers in it. */
final class JdbcBench extends RawDatabase {

    private static final Pattern SET = Pattern.compile("(?m)^\\\\set (\\w+) random\\((\\S+), (\\S+)\\)$");
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z_]+)");

    JdbcBench(Postgres postgres) {
        super(postgres);
    }

    @Override
    String runner() {
        return "JDBC, as there is no pgbench here";
    }

    @Override
    double perSecond(String script, int clients, int seconds, Map<String, Integer> variables) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return together(script, clients, Long.MAX_VALUE, end, variables) / (double) seconds;
    }

    @Override
    void run(String script, int clients, long each, Map<String, Integer> variables) {
        together(script, clients, each, Long.MAX_VALUE, variables);
    }

    private long together(String script, int clients, long each, long end, Map<String, Integer> variables) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Long>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Map<String, Long> own = new HashMap<>(Map.of("client_id", (long) i));
                variables.forEach((name, value) -> own.put(name, value.longValue()));
                all.add(() -> transactions(text(script), each, end, own));
            }
            long sum = 0;
            for (Future<Long> part : threads.invokeAll(all)) {
                sum += part.get();
            }
            return sum;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(script, failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long transactions(String script, long each, long end, Map<String, Long> values) throws SQLException {
        String sql = script.replaceAll("(?m)^(\\\\set|--).*$", "").strip();
        List<String> names =
                VARIABLE.matcher(sql).results().map(found -> found.group(1)).toList();
        try (java.sql.Connection connection = postgres().connect(NAME);
                PreparedStatement statement =
                        connection.prepareStatement(VARIABLE.matcher(sql).replaceAll("?"))) {
            long done = 0;
            while (done < each && System.nanoTime() < end) {
                draw(script, values);
                for (int i = 0; i < names.size(); i++) {
                    statement.setLong(i + 1, values.get(names.get(i)));
                }
                statement.execute();
                done++;
            }
            return done;
        }
    }

    /** The script's {@code \set} lines. */
    private static void draw(String script, Map<String, Long> values) {
        Matcher line = SET.matcher(script);
        while (line.find()) {
            long low = number(line.group(2), values);
            long high = number(line.group(3), values);
            values.put(line.group(1), ThreadLocalRandom.current().nextLong(low, high + 1));
        }
    }

    private static long number(String text, Map<String, Long> values) {
        return text.startsWith(":") ? values.get(text.substring(1)) : Long.parseLong(text);
    }
}
