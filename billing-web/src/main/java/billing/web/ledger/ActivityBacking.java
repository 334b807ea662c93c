package billing.web.ledger;

import billing.domain.id.Page;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.LedgerService;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageDay;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/ledger}. */
@Named("activity")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ActivityBacking {
    private static final int ROWS = 50;

    private @Nullable EntryKind kind;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable String after;
    private Page<Entry> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private LedgerService service;

    @PostConstruct
    void load() {
        kind = kind(request.getParameter("kind"));
        from = PageDay.read(request.getParameter("from"));
        to = PageDay.read(request.getParameter("to"));
        after = request.getParameter("after");
        Instant first = from == null ? null : PageDay.start(from);
        Instant end = to == null ? null : PageDay.start(to.plusDays(1));
        page = service.entries(new EntryQuery(me.accountId(), first, end, kind, after, ROWS));
    }

    private static @Nullable EntryKind kind(@Nullable String name) {
        return Arrays.stream(EntryKind.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public Page<Entry> getPage() {
        return page;
    }

    /** The only kind that is listed; null for all. */
    public @Nullable EntryKind getKind() {
        return kind;
    }

    public List<EntryKind> getKinds() {
        return List.of(EntryKind.values());
    }

    /** The first day that is listed; null for the account's beginning. */
    public @Nullable LocalDate getFrom() {
        return from;
    }

    /** The last day that is listed; null for today. */
    public @Nullable LocalDate getTo() {
        return to;
    }

    /** The days that are listed, in words; empty for all. */
    public String getSpan() {
        if (from == null && to == null) {
            return "";
        }
        return Messages.text("activity.between", shown(from), shown(to));
    }

    private static String shown(@Nullable LocalDate day) {
        return day == null ? "…" : Formats.day(PageDay.start(day));
    }

    /** The days, for the address of another page of this list. */
    public String getDays() {
        return (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
    }

    public boolean isFirst() {
        return after == null;
    }
}
