package billing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load program: the lightest there is, so the hardest to keep up with. */
final class Pgbench extends RawDatabase {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final int THREADS = 2;

    Pgbench(Postgres postgres) {
        super(postgres);
    }

    static boolean isThere() {
        try {
            Process asked = new ProcessBuilder("pgbench", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start();
            return asked.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    String runner() {
        return "pgbench";
    }

    @Override
    double perSecond(String script, int clients, int seconds, Map<String, Integer> variables) {
        Matcher tps = TPS.matcher(pgbench(script, clients, "-T", seconds, variables));
        if (!tps.find()) {
            throw new IllegalStateException("pgbench does not say how fast it was");
        }
        return Double.parseDouble(tps.group(1));
    }

    @Override
    void run(String script, int clients, long each, Map<String, Integer> variables) {
        pgbench(script, clients, "-t", each, variables);
    }

    private String pgbench(String script, int clients, String until, long amount, Map<String, Integer> variables) {
        List<String> line =
                new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-U", "postgres"));
        line.addAll(List.of("-p", String.valueOf(postgres().port())));
        line.addAll(List.of("-c", String.valueOf(clients), "-j", String.valueOf(Math.min(THREADS, clients))));
        line.addAll(List.of(until, String.valueOf(amount)));
        variables.forEach((name, value) -> line.addAll(List.of("-D", name + "=" + value)));
        try {
            Path file = Files.writeString(postgres().work().resolve(script + ".sql"), text(script));
            line.addAll(List.of("-f", file.toString(), NAME));
            return output(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String output(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(line + " failed:\n" + said);
            }
            return said;
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
