package billing.web.invoice;

import billing.domain.account.BillingTerms;
import billing.domain.money.Money;
import billing.ejb.invoice.MonthSoFar;
import billing.ejb.invoice.MonthSoFarService;
import billing.ejb.runtime.Configuration;
import billing.ejb.usage.UsageRow;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.Quantities;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The page {@code /settings/month}: the month that is running, and how it will end. */
@Named("month")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class MonthBacking {
    private MonthSoFar now;

    @Inject
    private MeBacking me;

    @Inject
    private MonthSoFarService months;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @PostConstruct
    void load() {
        now = months.get(me.accountId());
    }

    /** An account that is being deleted has no month that goes on: its last document is among its invoices. */
    public void arrive() {
        if (!me.getAccount().isOpen()) {
            Answers.goTo("/settings/invoices");
        }
    }

    public MonthSoFar getNow() {
        return now;
    }

    public String getName() {
        return InvoiceWords.month(now.month());
    }

    private BillingTerms terms() {
        return me.getAccount().terms();
    }

    public boolean isPostpaid() {
        return terms().isPostpaid();
    }

    /** How much of a line, with all of its decimals. */
    public String quantity(UsageRow row) {
        return Quantities.shown(row.quantity());
    }

    /** The moment at which the month ends. */
    public Instant getEnds() {
        return now.month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What will be invoiced if it goes on like this. */
    public Money getDue() {
        return now.forecast().due(configuration.minCharge());
    }

    /** What the end of the month will bring, in a sentence. */
    public String getOutcome() {
        if (isPostpaid()) {
            return invoiced();
        }
        Money available = now.balance().available();
        if (!available.isPositive()) {
            return Messages.text("month.outcome.exhausted");
        }
        Instant usedUp = now.forecast().usedUp(available, clock.instant());
        return usedUp.isBefore(getEnds())
                ? Messages.text("month.outcome.usedUp", Formats.day(usedUp))
                : Messages.text("month.outcome.lasts");
    }

    private String invoiced() {
        if (!getDue().isPositive()) {
            return Messages.text("month.outcome.nothing");
        }
        Money limit = terms().spendingLimit();
        if (limit == null || !now.forecast().closing().plus(limit).isNegative()) {
            return Messages.text("month.outcome.due", amount(getDue()));
        }
        Money left = now.balance().available().plus(limit);
        return left.isPositive()
                ? Messages.text("month.outcome.limit", amount(limit), Formats.day(usedUp(left)))
                : Messages.text("month.outcome.atLimit", amount(limit));
    }

    private Instant usedUp(Money left) {
        Instant end = getEnds().minusSeconds(1);
        Instant usedUp = now.forecast().usedUp(left, clock.instant());
        return usedUp.isBefore(end) ? usedUp : end;
    }

    /** How the estimate is made. */
    public String getMethod() {
        return Messages.text(
                "month.method",
                amount(now.usage()),
                Formats.spend(now.forecast().perDay(), configuration.currency()),
                Formats.day(now.since()));
    }

    private String amount(Money money) {
        return Formats.spend(money, configuration.currency());
    }
}
