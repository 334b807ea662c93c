package billing.web.usage;

import billing.domain.money.Money;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Configuration;
import billing.ejb.usage.MonthSpend;
import billing.ejb.usage.Runway;
import billing.ejb.usage.UsageReportService;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import billing.web.page.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.YearMonth;

/** The panel that says how fast the credits go: this month so far, and how long they last. */
@Named("spend")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class SpendBacking {
    private static final long YEARS = 2 * 365L;

    private YearMonth month;
    private MonthSpend spent;
    private Runway runway;

    @Inject
    private MeBacking me;

    @Inject
    private UsageReportService usage;

    @Inject
    private LedgerService ledger;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @PostConstruct
    void load() {
        month = PageMonth.of(clock.instant());
        spent = usage.spent(me.accountId(), month);
        runway = usage.runway(me.accountId(), ledger.balance(me.accountId()).available());
    }

    public String getMonthName() {
        return PageMonth.name(month);
    }

    /** What the month's usage entries come to. */
    public Money getTotal() {
        return spent.total();
    }

    /** How long the credits last, in a sentence. */
    public String getRunway() {
        if (runway instanceof Runway.Lasting lasting) {
            return lasting(lasting.days());
        }
        if (runway instanceof Runway.Idle) {
            return Messages.text("runway.idle");
        }
        return Messages.text(runway instanceof Runway.Exhausted ? "runway.exhausted" : "runway.unknown");
    }

    private static String lasting(long days) {
        if (days > YEARS) {
            return Messages.text("runway.years");
        }
        return days > 1 ? Messages.text("runway.days", days) : Messages.text(days == 1 ? "runway.day" : "runway.hours");
    }

    /** What a day costs at that pace; empty where there is no pace. */
    public String getPace() {
        return runway instanceof Runway.Lasting lasting
                ? Messages.text("runway.pace", Formats.spend(lasting.perDay(), configuration.currency()))
                : "";
    }
}
