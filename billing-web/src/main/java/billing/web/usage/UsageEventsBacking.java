package billing.web.usage;

import billing.domain.id.Page;
import billing.ejb.usage.RecordedUsage;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageEventQuery;
import billing.ejb.usage.UsageReportService;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageDay;
import billing.web.page.Quantities;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/usage-events}: the single events of a line of the usage page, or of a day. */
@Named("usageEvents")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class UsageEventsBacking {
    private static final int ROWS = 50;
    private static final int LONGEST_NAME = 100;

    private YearMonth month;
    private @Nullable LocalDate day;
    private @Nullable UsageDimension by;
    private @Nullable String name;
    private @Nullable String after;
    private Page<RecordedUsage> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private UsageReportService service;

    @Inject
    private InstantSource clock;

    @PostConstruct
    void load() {
        day = PageDay.read(request.getParameter("day"));
        month = day == null ? PageMonth.read(request.getParameter("month"), clock.instant()) : YearMonth.from(day);
        by = by(request.getParameter("by"));
        name = Optional.ofNullable(request.getParameter("name"))
                .filter(UsageEventsBacking::isName)
                .orElse(null);
        after = request.getParameter("after");
        page = service.events(query());
    }

    private static @Nullable UsageDimension by(@Nullable String text) {
        return Stream.concat(Stream.of(UsageDimension.SKU), UsageDimension.LABELS.stream())
                .filter(dimension -> UsageJson.name(dimension).equals(text))
                .findFirst()
                .orElse(null);
    }

    /** What no event can carry is not asked for: a database may refuse it. */
    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
    }

    private UsageEventQuery query() {
        LocalDate from = day == null ? month.atDay(1) : day;
        LocalDate to = day == null ? month.plusMonths(1).atDay(1) : day.plusDays(1);
        boolean isLabel = by != null && by.isLabel();
        return new UsageEventQuery(
                me.accountId(),
                PageDay.start(from),
                PageDay.start(to),
                by == UsageDimension.SKU ? name : null,
                isLabel && by != null ? Map.of(by, Optional.ofNullable(name)) : Map.of(),
                after,
                ROWS);
    }

    /** The query of this page that finds a line's events; without a value, those that have none. */
    static String link(YearMonth month, UsageDimension by, @Nullable String value) {
        String start = "month=" + month + "&by=" + UsageJson.name(by);
        return value == null ? start : start + "&name=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public Page<RecordedUsage> getPage() {
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }

    public YearMonth getMonth() {
        return month;
    }

    /** The way back to the breakdown. */
    public String getByName() {
        return by == null ? "" : UsageJson.name(by);
    }

    /** This list's address without the cursor. */
    public String getQuery() {
        return Stream.of("day", "month", "by", "name")
                .filter(parameter -> request.getParameter(parameter) != null)
                .map(parameter ->
                        parameter + "=" + URLEncoder.encode(request.getParameter(parameter), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Which events these are, in words. */
    public String getTitle() {
        String span = day == null ? PageMonth.name(month) : Formats.day(PageDay.start(day));
        UsageDimension dimension = by;
        if (dimension == null) {
            return span;
        }
        String what = name == null ? Messages.text("usage.without." + dimension) : Objects.toString(name);
        return Messages.text("usage.events.of", what.isBlank() ? Messages.text("usage.blank") : what, span);
    }

    public String quantity(RecordedUsage event) {
        return Quantities.shown(event.quantity());
    }

    /** An event's labels in one line; empty if it carries none. */
    public String labels(RecordedUsage event) {
        return Stream.of(
                        event.labels().project(),
                        event.labels().apiKey(),
                        event.labels().model())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
