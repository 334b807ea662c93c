package billing.web.usage;

import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageQuery;
import billing.ejb.usage.UsageReportService;
import billing.web.account.MeBacking;
import billing.web.api.Csv;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/** A month of the usage page as a table to keep; by days, or by what the page is broken down by. */
@WebServlet("/settings/usage/csv")
public class UsageCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String DAYS = "day";

    @Inject
    private transient MeBacking me;

    @Inject
    private transient UsageReportService service;

    @Inject
    private transient InstantSource clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        YearMonth month = PageMonth.read(request.getParameter("month"), clock.instant());
        Set<UsageDimension> groups = groups(request);
        UsageQuery query = new UsageQuery(
                me.accountId(),
                PageMonth.start(month),
                PageMonth.start(month.plusMonths(1)),
                groups,
                UsageReading.MOST_ROWS);
        response.setContentType(Csv.TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"usage-" + month + ".csv\"");
        response.getWriter().write(UsageCsv.of(service.rows(query), groups));
    }

    private static Set<UsageDimension> groups(HttpServletRequest request) {
        String by = request.getParameter("by");
        return DAYS.equals(by)
                ? EnumSet.of(UsageDimension.DAY, UsageDimension.PRODUCT, UsageDimension.SKU)
                : UsageBacking.groups(UsageBacking.by(by));
    }
}
