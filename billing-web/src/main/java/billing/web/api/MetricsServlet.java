package billing.web.api;

import billing.ejb.notice.NoticeService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;

/**
 * What a monitoring system scrapes (Prometheus text format 0.0.4): how this node is doing, and how many mails wait or were given
 * up. Nothing of any account, since scraping needs no key.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final double MILLIS = 1000.0;

    @Inject
    transient RequestCounts counts;

    @Inject
    transient NoticeService notices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(jvm() + requests() + mails());
    }

    private static String jvm() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return gauge("jvm_memory_heap_used_bytes", heap.getUsed())
                + gauge("jvm_memory_heap_max_bytes", heap.getMax())
                + gauge(
                        "jvm_threads_current",
                        ManagementFactory.getThreadMXBean().getThreadCount())
                + gauge("jvm_gc_collections", collections())
                + gauge(
                        "process_uptime_seconds",
                        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionCount()))
                .sum();
    }

    private String requests() {
        StringBuilder text = new StringBuilder("# TYPE billing_api_requests_total counter\n");
        for (Map.Entry<String, Long> count : counts.byLabels().entrySet()) {
            text.append("billing_api_requests_total{%s} %d\n".formatted(count.getKey(), count.getValue()));
        }
        return text.toString();
    }

    /** The same on each node, and left out while the database can't say it. */
    private String mails() {
        try {
            return gauge("billing_mails_waiting", notices.waiting()) + gauge("billing_mails_given_up", notices.lost());
        } catch (RuntimeException noDatabase) {
            return "";
        }
    }

    private static String gauge(String name, Number value) {
        return "# TYPE %s gauge\n%s %s\n".formatted(name, name, value);
    }
}
