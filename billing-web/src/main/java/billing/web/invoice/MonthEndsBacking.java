package billing.web.invoice;

import billing.domain.invoice.Invoice;
import billing.ejb.account.ActionKind;
import billing.ejb.account.AuditService;
import billing.ejb.invoice.Backlog;
import billing.ejb.invoice.InvoiceService;
import billing.ejb.invoice.MonthEndService;
import billing.ejb.invoice.MonthRun;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The page {@code /operator/month-ends}: how they went, and a button for one that should not wait. */
@Named("monthEnds")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class MonthEndsBacking {
    private static final int MOST_RUNS = 24;
    private static final int MOST_PAST_DUE = 100;

    private List<MonthRun> runs;
    private List<Invoice> pastDue;
    private Backlog backlog;
    private String month = "";
    private String reason = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private MonthEndService service;

    @Inject
    private InvoiceService invoices;

    @Inject
    private AuditService audit;

    @Inject
    private InstantSource clock;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        runs = service.newest(MOST_RUNS);
        pastDue = invoices.pastDue(MOST_PAST_DUE);
        backlog = invoices.backlog();
        month = getLast().toString();
    }

    /** Closes the month that was typed, as far as somebody waits for it. */
    public void run() {
        month = Fields.tidy(month);
        reason = Fields.tidy(reason);
        Optional<YearMonth> read = read();
        errors.at("reason", Fields.reason(reason, Messages.text("reason")));
        if (!errors.found()) {
            run(read.orElseThrow());
        }
    }

    private void run(YearMonth wanted) {
        audit.note(ActionKind.MONTH_END, null, me.actor(), reason, wanted.toString());
        MonthRun run = service.run(wanted);
        String told = run.left() > 0
                ? Messages.text("monthEnds.goesOn", wanted, run.left())
                : Messages.text("monthEnds.done", wanted);
        PageSession.tell(request, told);
        Answers.goTo("/operator/month-ends");
    }

    private Optional<YearMonth> read() {
        Optional<YearMonth> typed = TypedMonth.read(month);
        if (typed.isEmpty()) {
            wrong(Messages.text("monthEnds.malformed", getLast()));
        } else if (!service.isOver(typed.get())) {
            wrong(Messages.text("monthEnds.notOver", getLast()));
        }
        return typed;
    }

    private void wrong(String text) {
        errors.at("month", Messages.text("monthEnds.field"), Optional.of(text));
    }

    /** How fast a run is, and how long it takes, in words. */
    public String pace(MonthRun run) {
        String rate = run.rate()
                .map(number -> Messages.text("monthEnds.rate", number))
                .orElse("");
        return run.timeLeft()
                .map(left -> rate + ", " + Messages.text("monthEnds.timeLeft", Formats.age(left)))
                .orElse(rate);
    }

    /** The last month that is over. */
    public YearMonth getLast() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(1);
    }

    /** The last month ends, newest first. */
    public List<MonthRun> getRuns() {
        return runs;
    }

    public List<Invoice> getPastDue() {
        return pastDue;
    }

    public Backlog getBacklog() {
        return backlog;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
