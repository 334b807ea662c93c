package billing.web.ledger;

import billing.domain.ledger.Entry;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.LedgerService;
import billing.web.account.MeBacking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The panel with the newest entries of the books. */
@Named("newestEntries")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class NewestEntriesBacking {
    private static final int ROWS = 10;

    private List<Entry> all;

    @Inject
    private MeBacking me;

    @Inject
    private LedgerService service;

    @PostConstruct
    void load() {
        all = service.entries(new EntryQuery(me.accountId(), null, null, null, null, ROWS))
                .items();
    }

    public List<Entry> getAll() {
        return all;
    }
}
