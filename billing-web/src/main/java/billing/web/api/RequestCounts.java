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

    private record Kind(String method, int status) {
        String labels() {
            return "method=\"%s\",status=\"%d\"".formatted(method, status);
        }
    }

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String method, int status) {
        Kind kind = new Kind(METHODS.contains(method) ? method : "OTHER", status);
        counts.computeIfAbsent(kind, none -> new LongAdder()).increment();
    }

    /** The counts by their labels, written as Prometheus writes them. */
    Map<String, Long> byLabels() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((kind, count) -> sums.put(kind.labels(), count.sum()));
        return sums;
    }
}
