package billing.web.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import billing.domain.account.Operator;
import billing.domain.id.Page;
import billing.ejb.account.OperatorService;
import billing.ejb.usage.DeskEvent;
import billing.ejb.usage.DeskQuery;
import billing.ejb.usage.RejectedEventService;
import billing.ejb.usage.Replay;
import billing.ejb.usage.UsageBusyException;
import billing.web.account.MeBacking;
import billing.web.api.SharedTexts;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The page {@code /operator/desk}: usage events that were refused, and buttons that send them again or take them off. */
@Named("desk")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class DeskBacking {
    private static final String PAGE = "/operator/desk";
    private static final int ROWS = 50;

    private static final int LONGEST_ACCOUNT = 100;
    private static final String DISMISSED = "dismissed";

    private DeskQuery query;
    private Page<DeskEvent> page;
    private long waiting;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private OperatorService operators;

    @Inject
    private RejectedEventService service;

    @PostConstruct
    void load() {
        query = new DeskQuery(
                Optional.of(parameter("code"))
                        .filter(RejectedEventService.codes()::contains)
                        .orElse(null),
                Optional.of(Fields.tidy(parameter("account")))
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ACCOUNT)
                        .orElse(null),
                parameter("show").equals(DISMISSED),
                request.getParameter("after"),
                ROWS);
        page = service.list(query);
        waiting = service.count();
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Does what the pressed button says, with the event that it stood beside or with all that the page showed. */
    public void act() {
        List<Long> dismissed = ids("dismiss");
        List<Long> replayed = ids(request.getParameter("only") == null ? "event" : "only");
        if (!dismissed.isEmpty()) {
            dismiss(dismissed);
        } else if (!replayed.isEmpty()) {
            replay(replayed);
        } else {
            Answers.notFound();
            return;
        }
        Answers.goTo(PAGE + getFilter().replaceFirst("^&", "?"));
    }

    private void dismiss(List<Long> ids) {
        int dismissed = service.dismiss(ids, me.actor());
        PageSession.tell(request, Messages.text("desk.dismissed", dismissed));
    }

    private void replay(List<Long> ids) {
        try {
            tell(service.replay(ids, SharedTexts::rejection));
        } catch (UsageBusyException busy) {
            PageSession.tell(request, Messages.text("desk.busy"));
        }
    }

    private List<Long> ids(String name) {
        String[] sent = Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
        return Arrays.stream(sent)
                .filter(id -> id.matches("\\d{1,18}"))
                .limit(ROWS)
                .map(Long::valueOf)
                .toList();
    }

    private void tell(Replay replay) {
        if (replay.recorded() > 0) {
            PageSession.tell(request, Messages.text("desk.recorded", replay.recorded()));
        }
        if (replay.refused() > 0) {
            PageSession.tell(request, Messages.text("desk.refused", replay.refused()));
        }
        if (replay.unreadable() > 0) {
            PageSession.tell(request, Messages.text("desk.unreadable", replay.unreadable()));
        }
        if (replay.equals(new Replay(0, 0, 0))) {
            PageSession.tell(request, Messages.text("desk.gone"));
        }
    }

    /** Whether it can be sent again; what made no sense can't. */
    public boolean isReplayable(DeskEvent event) {
        return event.dismissal() == null && !event.event().code().equals(RejectedEventService.INVALID);
    }

    /** Who took it off the desk, and when, in words. */
    public String dismissal(DeskEvent.Dismissal dismissal) {
        String by = operators.find(dismissal.by()).map(Operator::name).orElse(dismissal.by());
        return Messages.text("desk.dismissedBy", by, Formats.minute(dismissal.at()));
    }

    /** The same list's other pages: what is asked for, as the rest of an address. */
    public String getFilter() {
        return (query.code() == null ? "" : "&code=" + query.code())
                + (query.account() == null ? "" : "&account=" + URLEncoder.encode(query.account(), UTF_8))
                + (query.dismissed() ? "&show=" + DISMISSED : "");
    }

    public boolean isFiltered() {
        return query.code() != null || query.account() != null;
    }

    public DeskQuery getQuery() {
        return query;
    }

    public List<String> getCodes() {
        return RejectedEventService.codes();
    }

    public Page<DeskEvent> getPage() {
        return page;
    }

    public long getWaiting() {
        return waiting;
    }

    public boolean isFirst() {
        return query.after() == null;
    }
}
