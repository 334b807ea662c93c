package billing.web.usage;

import billing.domain.id.Page;
import billing.ejb.usage.DeskEvent;
import billing.ejb.usage.RejectedEventService;
import billing.ejb.usage.Replay;
import billing.ejb.usage.UsageBusyException;
import billing.web.api.SharedTexts;
import billing.web.page.Answers;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/desk}: usage events that were refused, and a button that sends them again. */
@Named("desk")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class DeskBacking {
    private static final String PAGE = "/operator/desk";
    private static final int ROWS = 50;

    private @Nullable String after;
    private Page<DeskEvent> page;
    private long waiting;

    @Inject
    private HttpServletRequest request;

    @Inject
    private RejectedEventService service;

    @PostConstruct
    void load() {
        after = request.getParameter("after");
        page = service.list(after, ROWS);
        waiting = service.count();
    }

    /** Sends again the event whose button was pressed, or all that the page showed. */
    public void replay() {
        List<Long> ids = ids();
        if (ids.isEmpty()) {
            Answers.notFound();
            return;
        }
        try {
            tell(service.replay(ids, SharedTexts::rejection));
        } catch (UsageBusyException busy) {
            PageSession.tell(request, Messages.text("desk.busy"));
        }
        Answers.goTo(PAGE);
    }

    private List<Long> ids() {
        String[] only = request.getParameterValues("only");
        String[] all = request.getParameterValues("event");
        String[] sent = Objects.requireNonNullElse(only == null ? all : only, new String[0]);
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
        return !event.event().code().equals(RejectedEventService.INVALID);
    }

    public Page<DeskEvent> getPage() {
        return page;
    }

    public long getWaiting() {
        return waiting;
    }

    public boolean isFirst() {
        return after == null;
    }
}
