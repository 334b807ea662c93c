package billing.web.ledger;

import billing.domain.id.Page;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.LedgerService;
import billing.web.account.MeBacking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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
        after = request.getParameter("after");
        page = service.entries(new EntryQuery(me.accountId(), null, null, kind, after, ROWS));
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

    public boolean isFirst() {
        return after == null;
    }
}
