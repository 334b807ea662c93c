package billing.web.account;

import billing.domain.account.BillingTerms;
import billing.domain.account.ContractPlan;
import billing.domain.account.TermsType;
import billing.domain.money.Money;
import billing.ejb.access.AccessService;
import billing.ejb.account.ChangeTerms;
import billing.ejb.account.TermsResult;
import billing.ejb.account.TermsService;
import billing.ejb.runtime.Configuration;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Formats;
import billing.web.page.LastDayField;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/terms}: other terms are typed, then what they change is shown, then it is confirmed. */
@Named("termsForm")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class TermsFormBacking {
    private static final List<String> FIELDS = List.of("tier", "limit", "netDays", "lastDay", "reason");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

    /** What a contract is about, or that it has no plan. */
    public enum PlanChoice {
        NONE,
        SCALE,
        ENTERPRISE;

        private @Nullable ContractPlan plan() {
            return this == NONE ? null : ContractPlan.valueOf(name());
        }
    }

    private final Map<String, String> typed = new LinkedHashMap<>();
    private TermsType type = TermsType.PREPAID;
    private PlanChoice plan = PlanChoice.NONE;
    private @Nullable TermsPreview preview;
    private boolean reviewing;
    private boolean changed;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CustomerBacking customer;

    @Inject
    private MeBacking me;

    @Inject
    private TermsService terms;

    @Inject
    private AccessService access;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void read() {
        reviewing = request.getParameter("seen") != null;
        if ("POST".equals(request.getMethod())) {
            type = choice("type", TermsType.values(), TermsType.PREPAID);
            plan = choice("plan", PlanChoice.values(), PlanChoice.NONE);
            FIELDS.forEach(field -> typed.put(field, Fields.tidy(parameter(field))));
        } else {
            FIELDS.forEach(field -> typed.put(field, ""));
            Optional.ofNullable(customer.getAccount()).ifPresent(account -> propose(account.terms()));
        }
    }

    private void propose(BillingTerms now) {
        type = now.type();
        plan = now.plan() == null
                ? PlanChoice.NONE
                : PlanChoice.valueOf(now.plan().name());
        typed.put("tier", Objects.toString(now.tier(), ""));
        typed.put("limit", type == TermsType.PREPAID ? "" : Objects.toString(now.limit(), ""));
        typed.put("netDays", Objects.toString(now.netDays(), ""));
        typed.put("lastDay", now.endsAt() == null ? "" : lastDay(now.endsAt()).toString());
    }

    private static LocalDate lastDay(Instant end) {
        return end.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private <T extends Enum<T>> T choice(String name, T[] values, T fallback) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(parameter(name)))
                .findFirst()
                .orElse(fallback);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Shows what will change, and asks for a yes. */
    public void review() {
        if (customer.isHere()) {
            look(wanted());
        }
    }

    /** Back to the fields, with what was typed. */
    public void change() {
        reviewing = false;
    }

    /** Puts the terms in force, if what was shown is still what they change; else shows it anew. */
    public void confirm() {
        if (!customer.isHere()) {
            return;
        }
        BillingTerms wanted = wanted();
        look(wanted);
        if (preview == null) {
            return;
        }
        if (!parameter("seen").equals(getSeen())) {
            changed = true;
            return;
        }
        answer(terms.change(new ChangeTerms(customer.id(), wanted, text("reason"), me.actor())));
    }

    private void look(BillingTerms wanted) {
        errors.at("reason", Fields.reason(text("reason"), Messages.text("reason")));
        BillingTerms now = customer.get().terms();
        if (errors.isEmpty() && wanted.keeping(now.ownLimit()).equals(now)) {
            errors.add(Messages.text("termsForm.same"));
        }
        reviewing = !errors.found();
        preview = reviewing ? preview(now, wanted.keeping(now.ownLimit())) : null;
    }

    private TermsPreview preview(BillingTerms now, BillingTerms wanted) {
        return TermsPreview.of(
                now, wanted, customer, access.decide(customer.id(), wanted).orElseThrow(), configuration.currency());
    }

    private void answer(TermsResult result) {
        if (result instanceof TermsResult.Changed) {
            PageSession.tell(request, Messages.text("termsForm.done"));
            Answers.goTo(customer.page() + "#terms");
            return;
        }
        errors.add(Messages.text("customer.closed"));
        errors.found();
        reviewing = false;
    }

    private BillingTerms wanted() {
        return switch (type) {
            case PREPAID -> BillingTerms.PREPAID;
            case BUILD -> build();
            case CONTRACT -> contract();
        };
    }

    private BillingTerms build() {
        int tier = number("tier", 1, TermsReading.OPEN_TIER);
        boolean open = tier == TermsReading.OPEN_TIER;
        if (open && text("limit").isEmpty()) {
            wrong("limit", Messages.text("termsForm.limit.missing"));
        }
        Money limit = Optional.ofNullable(limit()).orElse(BillingTerms.BUILD_LIMIT);
        if (tier > 0 && !open && !limit.equals(BillingTerms.BUILD_LIMIT)) {
            wrong("limit", Messages.text("termsForm.limit.fixed", shown(BillingTerms.BUILD_LIMIT)));
        }
        return new BillingTerms(TermsType.BUILD, tier, limit, null, null);
    }

    private BillingTerms contract() {
        Money limit = limit();
        int days = text("netDays").isEmpty()
                ? TermsReading.DEFAULT_NET_DAYS
                : number("netDays", 0, TermsReading.MAX_NET_DAYS);
        return new BillingTerms(TermsType.CONTRACT, null, limit, days, null, plan.plan(), end());
    }

    private @Nullable Money limit() {
        if (text("limit").isEmpty()) {
            return null;
        }
        AmountField read = AmountField.read(text("limit"));
        Money limit = read.amount();
        if (limit == null) {
            wrong("limit", read.error());
        } else if (limit.isNegative()) {
            wrong("limit", Messages.text("limit.tooSmall"));
        } else if (limit.isMoreThan(TermsReading.LARGEST_LIMIT)) {
            wrong("limit", Messages.text("termsForm.limit.tooLarge", shown(TermsReading.LARGEST_LIMIT)));
        }
        return limit;
    }

    private int number(String field, int least, int most) {
        String text = text(field);
        int number = COUNT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            wrong(field, Messages.text("number.outOfRange", least, most));
        }
        return number;
    }

    private @Nullable Instant end() {
        LastDayField read = LastDayField.read(text("lastDay"), clock.instant());
        wrong("lastDay", read.error());
        return read.end();
    }

    private void wrong(String field, @Nullable String text) {
        errors.at(field, Messages.text("termsForm." + field), Optional.ofNullable(text));
    }

    private String text(String field) {
        return String.valueOf(typed.get(field));
    }

    private String shown(Money money) {
        return Formats.money(money, configuration.currency());
    }

    /** What was typed. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public List<String> getFields() {
        return FIELDS;
    }

    public TermsType getType() {
        return type;
    }

    public List<TermsType> getTypes() {
        return List.of(TermsType.values());
    }

    public PlanChoice getPlan() {
        return plan;
    }

    public List<PlanChoice> getPlans() {
        return List.of(PlanChoice.values());
    }

    /** Whether the page shows what will change. */
    public boolean isReviewing() {
        return reviewing;
    }

    /** What will change; null while it is typed. */
    public @Nullable TermsPreview getPreview() {
        return preview;
    }

    /** Whether somebody else has changed the terms since it was shown. */
    public boolean isChanged() {
        return changed;
    }

    /** What stands for the terms that the page shows as those of now. */
    public String getSeen() {
        return terms.changes(customer.id(), null, 1).items().stream()
                .map(change -> Integer.toString(change.number()))
                .findFirst()
                .orElse("0");
    }
}
