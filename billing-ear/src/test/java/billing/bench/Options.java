package billing.bench;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param server {@code payara-micro} or {@code wildfly}
 * @param figures the names of the lines to measure; empty for all
 * @param seconds how long each side of a round is measured
 * @param warmUp for how many seconds batches, single events and access checks warm the product up
 * @param rounds how often each side has its turn
 * @param stored how many events are stored before the log is measured
 * @param ledgerRows how many lines the long ledger has
 * @param minutes how long the heap is watched
 * @param accounts how many accounts a month end has
 * @param data a folder with the databases of an earlier run, to save their making; empty for new ones
 */
record Options(
        String server,
        Set<String> figures,
        int seconds,
        int warmUp,
        int rounds,
        int stored,
        int ledgerRows,
        int minutes,
        int accounts,
        String data) {

    static Options given() {
        return new Options(
                System.getProperty("bench.server", "payara-micro"),
                names(System.getProperty("bench.figures", "")),
                Integer.getInteger("bench.seconds", 10),
                Integer.getInteger("bench.warm-up", 20),
                Integer.getInteger("bench.rounds", 3),
                Integer.getInteger("bench.stored", 10_000_000),
                Integer.getInteger("bench.ledger-rows", 1_000_000),
                Integer.getInteger("bench.minutes", 10),
                Integer.getInteger("bench.accounts", 100_000),
                System.getProperty("bench.data", ""));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("all"))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean wants(String figure) {
        return figures.isEmpty() || figures.contains(figure);
    }
}
