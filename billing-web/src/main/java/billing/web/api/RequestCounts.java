package billing.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests this node has answered since it started, by method and status. */
@ApplicationScoped
public class RequestCounts {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String method, int status) {
        String known = METHODS.contains(method) ? method : "OTHER";
        String labels = "method=\"%s\",status=\"%d\"".formatted(known, status);
        counts.computeIfAbsent(labels, none -> new LongAdder()).increment();
    }

    /** The counts by their labels, written as Prometheus writes them. */
    Map<String, Long> byLabels() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((labels, count) -> sums.put(labels, count.sum()));
        return sums;
    }
}
