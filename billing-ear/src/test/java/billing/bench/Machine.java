package billing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What else the machine was doing, as far as it tells: the load average, and time that its host gave to others. */
final class Machine {

    private static final Path CLOCKS = Path.of("/proc/stat");
    private static final int STEAL = 7;

    private long[] before = clocks();

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    static String name() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + cores() + " cores, Java "
                + Runtime.version().feature();
    }

    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The share of processor time, in percent, that the host took away since this was last asked. */
    double steal() {
        long[] now = clocks();
        long all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
        double stolen = all == 0 ? 0 : 100.0 * (now[STEAL] - before[STEAL]) / all;
        before = now;
        return stolen;
    }

    private static long[] clocks() {
        if (!Files.isReadable(CLOCKS)) {
            return new long[STEAL + 1];
        }
        try {
            String all = Files.readAllLines(CLOCKS, StandardCharsets.US_ASCII).get(0);
            return Arrays.stream(all.split(" +"))
                    .skip(1)
                    .limit(STEAL + 1L)
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
