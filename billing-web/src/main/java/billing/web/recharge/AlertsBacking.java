package billing.web.recharge;

import billing.domain.money.Money;
import billing.ejb.recharge.BalanceAlertService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.FormErrors;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The panel of the balances below which the account's people are mailed. */
@Named("alerts")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AlertsBacking {
    private static final String PANEL = "/settings/billing#alerts";
    private static final String FIELD = "alert";

    private List<Money> all;
    private String typed = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private BalanceAlertService service;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        all = service.thresholds(me.accountId());
    }

    /** Adds the amount that was typed. */
    public void add() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        AmountField read = AmountField.read(typed);
        Optional<Money> amount = Optional.ofNullable(read.amount());
        errors.at(
                FIELD,
                Messages.text("alerts.field"),
                amount.isEmpty() ? Optional.ofNullable(read.error()) : mistake(amount.get()));
        if (!errors.found()) {
            amount.ifPresent(this::add);
        }
    }

    private void add(Money amount) {
        Set<Money> more = new HashSet<>(all);
        more.add(amount);
        set(more, "alerts.added", amount);
    }

    private Optional<String> mistake(Money amount) {
        if (!amount.isPositive()) {
            return Optional.of(Messages.text("alerts.tooSmall"));
        }
        if (amount.isMoreThan(configuration.maxPurchase())) {
            return Optional.of(Messages.text("alerts.tooLarge", shown(configuration.maxPurchase())));
        }
        if (all.contains(amount)) {
            return Optional.of(Messages.text("alerts.twice", shown(amount)));
        }
        return isOpen() ? Optional.empty() : Optional.of(Messages.text("alerts.most", getMost()));
    }

    private String shown(Money amount) {
        return Formats.money(amount, configuration.currency());
    }

    /** Removes the alert that the pressed button stood beside. */
    public void remove() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        Optional<Money> gone = Money.parse(Objects.requireNonNullElse(request.getParameter("threshold"), ""));
        Set<Money> rest = new HashSet<>(all);
        if (gone.filter(rest::remove).isEmpty()) {
            Answers.notFound();
            return;
        }
        set(rest, "alerts.removed", gone.get());
    }

    private void set(Set<Money> thresholds, String notice, Money amount) {
        service.set(me.accountId(), thresholds);
        PageSession.tell(request, Messages.text(notice, shown(amount)));
        Answers.goTo(PANEL);
    }

    /** Highest first. */
    public List<Money> getAll() {
        return all;
    }

    /** Whether there is room for one more. */
    public boolean isOpen() {
        return all.size() < BalanceAlertService.MOST;
    }

    public int getMost() {
        return BalanceAlertService.MOST;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
