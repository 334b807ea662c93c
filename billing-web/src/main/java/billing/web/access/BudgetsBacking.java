package billing.web.access;

import billing.domain.access.Budget;
import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.access.BudgetState;
import billing.domain.money.Money;
import billing.ejb.access.BudgetResult;
import billing.ejb.access.BudgetService;
import billing.ejb.access.SetBudget;
import billing.ejb.runtime.Configuration;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/budgets}, and the panel that shows the same list. */
@Named("budgets")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class BudgetsBacking {
    private static final String PAGE = "/settings/budgets";
    private static final int LONGEST_NAME = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private List<BudgetState> all;
    private String project = "";
    private String apiKey = "";
    private String amount = "";
    private String period = BudgetPeriod.MONTH.name();
    private String mode = BudgetMode.SOFT.name();

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private BudgetService service;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        all = service.list(me.accountId());
        if ("POST".equals(request.getMethod())) {
            period = parameter("period");
            mode = parameter("mode");
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Makes the budget, or changes the one that there is for this scope and period. */
    public void set() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        project = Fields.tidy(project);
        apiKey = Fields.tidy(apiKey);
        Optional<Money> money = amount();
        errors.at("project", nameMistake(project, "budget.project"));
        errors.at("apiKey", nameMistake(apiKey, "budget.apiKey"));
        if (money.isEmpty()) {
            refuseAmount(Messages.text("budget.amount.malformed"));
        } else if (money.get().isMoreThan(Budget.LARGEST)) {
            String most = Formats.money(Budget.LARGEST, configuration.currency());
            refuseAmount(Messages.text("budget.amount.most", most));
        } else if (!mode().takes(money.get())) {
            refuseAmount(Messages.text("budget.amount.nothing"));
        }
        if (!errors.found()) {
            money.ifPresent(this::set);
        }
    }

    private void set(Money most) {
        BudgetScope scope = new BudgetScope(orNull(project), orNull(apiKey));
        BudgetResult result = service.set(new SetBudget(
                me.accountId(),
                scope,
                choice(period, BudgetPeriod.class, BudgetPeriod.MONTH),
                most,
                mode(),
                me.getMember().id()));
        if (result instanceof BudgetResult.Accepted) {
            PageSession.tell(request, Messages.text("budget.isSet"));
            Answers.goTo(PAGE);
            return;
        }
        errors.add(Messages.text(result instanceof BudgetResult.TooMany ? "budget.tooMany" : "budget.accountClosed"));
        errors.found();
    }

    private BudgetMode mode() {
        return choice(mode, BudgetMode.class, BudgetMode.SOFT);
    }

    /** Removes the budget that the pressed button stood beside. */
    public void remove() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        if (!service.remove(me.accountId(), parameter("budget"))) {
            Answers.notFound();
            return;
        }
        PageSession.tell(request, Messages.text("budget.removed"));
        Answers.goTo(PAGE);
    }

    private void refuseAmount(String text) {
        errors.at("budgetAmount", Messages.text("budget.amount"), Optional.of(text));
    }

    /** Nothing, a currency sign or spaces around digits are what people type. */
    private Optional<Money> amount() {
        return Money.parse(Fields.tidy(amount).replaceFirst("^\\$\\s*", "")).filter(money -> !money.isNegative());
    }

    private static Optional<String> nameMistake(String text, String label) {
        if (text.length() > LONGEST_NAME) {
            return Optional.of(Messages.text("field.tooLong", Messages.text(label), LONGEST_NAME));
        }
        return text.isEmpty() ? Optional.empty() : Fields.name(text, Messages.text(label));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> E choice(String name, Class<E> type, E instead) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(instead);
    }

    public List<BudgetState> getAll() {
        return all;
    }

    /** Whose spending it is for, in words. */
    public String scope(BudgetState state) {
        BudgetScope scope = state.budget().scope();
        if (scope.project() != null && scope.apiKey() != null) {
            return Messages.text("budget.scope.both", scope.project(), scope.apiKey());
        }
        if (scope.project() != null) {
            return Messages.text("budget.scope.project", scope.project());
        }
        return scope.apiKey() != null
                ? Messages.text("budget.scope.apiKey", scope.apiKey())
                : Messages.text("budget.scope.account");
    }

    /** Whether all of it is spent. */
    public boolean reached(BudgetState state) {
        return !state.spent().isLessThan(state.budget().amount());
    }

    /** How much of it is spent, for a bar of 100 units. */
    public String width(BudgetState state) {
        Money most = state.budget().amount();
        if (reached(state) || !state.spent().isPositive()) {
            return reached(state) ? "100" : "0";
        }
        return BigDecimal.valueOf(state.spent().nanos())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(most.nanos()), 1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Spent of the budget, in words. */
    public String spentOf(BudgetState state) {
        return Messages.text(
                "budget.spentOf",
                Formats.spend(state.spent(), configuration.currency()),
                Formats.money(state.budget().amount(), configuration.currency()));
    }

    public List<BudgetPeriod> getPeriods() {
        return List.of(BudgetPeriod.values());
    }

    public List<BudgetMode> getModes() {
        return List.of(BudgetMode.values());
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getPeriod() {
        return period;
    }

    public String getMode() {
        return mode;
    }
}
