package billing.web.access;

import billing.domain.access.Hold;
import billing.domain.access.HoldStatus;
import billing.domain.id.Page;
import billing.domain.usage.Labels;
import billing.ejb.access.HoldService;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The panel with the open holds: what keeps credits back, and since when. */
@Named("holds")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class HoldsBacking {
    private static final int ROWS = 20;

    private @Nullable String after;
    private Page<Hold> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private HoldService service;

    @Inject
    private InstantSource clock;

    @PostConstruct
    void load() {
        after = request.getParameter("holdsAfter");
        page = service.list(me.accountId(), HoldStatus.OPEN, after, ROWS);
    }

    public Page<Hold> getPage() {
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }

    /** How long it has been open. */
    public String age(Hold hold) {
        return Formats.age(Duration.between(hold.createdAt(), clock.instant()));
    }

    /** What the platform says the work is, in one line. */
    public String purpose(Hold hold) {
        Labels labels = hold.terms().labels();
        return Stream.of(hold.terms().reference(), labels.project(), labels.apiKey(), labels.model())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
