package billing.web.usage;

import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.ledger.Statement;
import billing.ejb.ledger.Statement.Movement;
import billing.ejb.ledger.StatementService;
import billing.ejb.usage.UsageReportService;
import billing.web.account.MeBacking;
import billing.web.page.FormErrors;
import billing.web.page.Messages;
import billing.web.page.PageDay;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The page {@code /settings/explain}: what moved the balance between two days, both of them included. */
@Named("explain")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ExplainBacking {
    private LocalDate from;
    private LocalDate to;
    private Statement statement;
    private List<StatementLine> lines;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private StatementService books;

    @Inject
    private UsageReportService usage;

    @Inject
    private InstantSource clock;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        to = PageDay.read(request.getParameter("to"), today);
        from = PageDay.read(request.getParameter("from"), to.withDayOfMonth(1));
        if (!isBackwards()) {
            explain();
        }
    }

    /** Says what is wrong before the page is written: the way from one day to an earlier one is no span of days. */
    public void arrive() {
        if (isBackwards()) {
            errors.at("from", Optional.of(Messages.text("explain.order")));
            errors.found();
        }
    }

    public boolean isBackwards() {
        return from.isAfter(to);
    }

    private void explain() {
        Instant end = PageDay.start(to.plusDays(1));
        statement = books.between(me.accountId(), PageDay.start(from), end);
        lines = statement.movements().stream()
                .filter(movement -> !movement.effect().equals(Money.ZERO))
                .flatMap(this::lines)
                .toList();
    }

    private Stream<StatementLine> lines(Movement movement) {
        return movement.kind() == EntryKind.USAGE ? products(movement) : Stream.of(line(movement));
    }

    private static StatementLine line(Movement movement) {
        return new StatementLine(
                Messages.of("entry", movement.kind()), movement.kind(), movement.effect(), movement.entries());
    }

    /** Usage by product; in one line if its events don't come to what the books say, which the self-check names. */
    private Stream<StatementLine> products(Movement movement) {
        Map<Product, Money> sums = usage.recorded(me.accountId(), from, to.plusDays(1), movement);
        Money all = sums.values().stream().reduce(Money.ZERO, Money::plus);
        if (!all.negated().equals(movement.effect())) {
            return Stream.of(line(movement));
        }
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().equals(Money.ZERO))
                .map(sum -> new StatementLine(
                        Messages.text("explain.usage", Messages.of("product", sum.getKey())),
                        movement.kind(),
                        sum.getValue().negated(),
                        0));
    }

    public Statement getStatement() {
        return statement;
    }

    public List<StatementLine> getLines() {
        return lines;
    }

    public LocalDate getFrom() {
        return from;
    }

    public LocalDate getTo() {
        return to;
    }

    public Instant getOpens() {
        return PageDay.start(from);
    }

    /** The day at whose end the balance was that the days open with. */
    public Instant getDayBefore() {
        return PageDay.start(from.minusDays(1));
    }

    /** Whether usage is told by product: its entries belong to none, so they are found by a link of their own. */
    public boolean isByProduct() {
        return lines.stream().anyMatch(line -> line.entries() == 0);
    }

    /** Whether an invoice took what was below zero, which its document tells in other words. */
    public boolean isInvoiced() {
        return lines.stream().anyMatch(line -> line.kind() == EntryKind.INVOICED);
    }

    public Instant getCloses() {
        return PageDay.start(to);
    }

    /** What the opening balance and the lines come to. */
    public Money getSum() {
        return lines.stream().map(StatementLine::effect).reduce(statement.opening(), Money::plus);
    }

    /** Whether opening and lines come to the closing balance, to the nano. */
    public boolean isTied() {
        return getSum().equals(statement.closing());
    }
}
