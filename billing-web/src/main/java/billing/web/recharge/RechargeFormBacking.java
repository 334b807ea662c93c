package billing.web.recharge;

import billing.domain.id.Sha256;
import billing.domain.money.Money;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.SettingsProblem;
import billing.ejb.recharge.RechargePreview;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.SaveRecharge;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.Draft;
import billing.web.page.FormErrors;
import billing.web.page.FormNumber;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page {@code /settings/auto-recharge}: first the settings, then what they mean, then a yes. What was shown comes back
 * with the yes, so that nobody agrees to what the page has not said.
 */
@Named("rechargeForm")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class RechargeFormBacking {
    private static final String PANEL = "/settings/billing#recharge";
    private static final String MODE = "mode";
    private static final List<String> FIELDS =
            List.of("threshold", "target", "amount", "monthlyAmountCap", "monthlyCountCap");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private static final Map<String, String> LABELS = Map.of(
            "threshold", "recharge.threshold",
            "target", "recharge.target",
            "amount", "recharge.amount",
            "monthlyAmountCap", "rechargeForm.amountCap",
            "monthlyCountCap", "rechargeForm.countCap");

    /** Usage goes on while somebody reads; so much more than was shown needs no second look. */
    private static final Money LITTLE = Money.of("1.00");

    private final Map<String, String> typed = new LinkedHashMap<>();
    private @Nullable String form;
    private RechargeSettings current;
    private RechargeMode mode;
    private boolean reviewing;
    private boolean changed;
    private @Nullable RechargePreview preview;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private RechargeService service;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void read() {
        current = service.get(me.accountId()).settings();
        boolean sent = "POST".equals(request.getMethod());
        form = FormNumber.read(request);
        Map<String, String> draft = sent ? Map.of() : Draft.of(request, form);
        mode = sent
                ? mode(parameter(MODE))
                : mode(draft.getOrDefault(MODE, current.mode().name()));
        FIELDS.forEach(field -> typed.put(field, sent ? parameter(field) : draft.getOrDefault(field, now(field))));
        reviewing = request.getParameter("seenTotal") != null;
    }

    private static RechargeMode mode(String name) {
        return RechargeMode.INCREMENT.name().equals(name) ? RechargeMode.INCREMENT : RechargeMode.TARGET;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private String now(String field) {
        Object value = switch (field) {
            case "threshold" -> current.threshold();
            case "target" -> current.target();
            case "amount" -> current.amount();
            case "monthlyAmountCap" -> current.monthlyAmountCap();
            default -> current.monthlyCountCap();
        };
        return Objects.toString(value, "");
    }

    /** Only who may change it sees the page. The form gets a number, under which what is typed is found again. */
    public void arrive() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
        } else if (form == null) {
            Answers.goTo(Answers.page() + "?form=" + FormNumber.mint());
        }
    }

    /** Shows what the settings mean, and asks for a yes. */
    public void review() {
        if (me.getRole().managesBilling()) {
            keep();
            look(settings());
            return;
        }
        Answers.forbidden();
    }

    private void keep() {
        Map<String, String> draft = new HashMap<>(typed);
        draft.put(MODE, mode.name());
        Draft.keep(request, form, draft);
    }

    /** Back to the fields, with what was typed. */
    public void change() {
        reviewing = false;
    }

    /** Saves, if what was shown is what holds; else shows it anew. */
    public void agree() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        RechargeSettings settings = settings();
        look(settings);
        if (preview != null && isSeen(preview)) {
            answer(service.save(
                    new SaveRecharge(me.accountId(), settings, me.getMember().id(), request.getRemoteAddr())));
        } else if (preview != null) {
            changed = true;
        }
    }

    private void look(RechargeSettings settings) {
        RechargePreview looked = errors.isEmpty() ? service.preview(me.accountId(), settings) : null;
        if (looked != null) {
            refuse(looked);
        }
        reviewing = !errors.found();
        preview = reviewing ? looked : null;
    }

    private void refuse(RechargePreview looked) {
        looked.problems().forEach(this::refuse);
    }

    private void refuse(SettingsProblem problem) {
        refuse(problem.field(), Optional.of(RechargeTexts.of(problem, configuration.currency())));
    }

    private void refuse(String field, Optional<String> text) {
        errors.at(field, Messages.text(String.valueOf(LABELS.get(field))), text);
    }

    private boolean isSeen(RechargePreview now) {
        Money shown = Money.parse(parameter("seenTotal")).orElse(Money.ZERO);
        Money most = shown.isPositive() ? shown.plus(LITTLE) : shown;
        return parameter("seenText").equals(Sha256.hex(now.agreement()))
                && !now.now().total().isMoreThan(most);
    }

    private void answer(RechargeResult result) {
        if (result instanceof RechargeResult.Saved) {
            PageSession.tell(request, Messages.text("recharge.saved"));
            Answers.goTo(PANEL);
        } else if (result instanceof RechargeResult.Refused refused) {
            errors.add(Messages.full("recharge.refusal", refused.reason()));
        } else if (result instanceof RechargeResult.Invalid invalid) {
            invalid.problems().forEach(this::refuse);
            reviewing = false;
        }
        errors.found();
    }

    private RechargeSettings settings() {
        boolean target = mode == RechargeMode.TARGET;
        return new RechargeSettings(
                mode,
                amount("threshold"),
                target ? amount("target") : current.target(),
                target ? current.amount() : amount("amount"),
                amount("monthlyAmountCap"),
                count("monthlyCountCap"));
    }

    private Money amount(String field) {
        AmountField read = AmountField.read(String.valueOf(typed.get(field)));
        refuse(field, Optional.ofNullable(read.error()));
        return read.amount() == null ? Money.ZERO : read.amount();
    }

    private int count(String field) {
        String text = String.valueOf(typed.get(field)).strip();
        if (COUNT.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        refuse(field, Optional.of(Messages.text("recharge.count.malformed")));
        return 0;
    }

    /** Which dispute keeps it from being turned on, and what to do about it; empty if none does. */
    public String getDispute() {
        return service.dispute(me.accountId())
                .map(reason -> Messages.full("recharge.refusal", reason))
                .orElse("");
    }

    /** What was typed, by the names that the API has for the fields. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public @Nullable String getForm() {
        return form;
    }

    public List<String> getFields() {
        return FIELDS;
    }

    public RechargeMode getMode() {
        return mode;
    }

    public List<RechargeMode> getModes() {
        return List.of(RechargeMode.values());
    }

    /** Whether the page shows what the settings mean. */
    public boolean isReviewing() {
        return reviewing;
    }

    /** Whether that is no longer what the page has shown before. */
    public boolean isChanged() {
        return changed;
    }

    public @Nullable RechargePreview getPreview() {
        return preview;
    }

    /** What saving charges at once, in words. */
    public String getNow() {
        if (preview == null) {
            return "";
        }
        String text = RechargeTexts.of(preview.now(), configuration.currency());
        boolean varies = mode == RechargeMode.TARGET && preview.now().purchases() > 0;
        return varies ? text + " " + Messages.text("recharge.now.more") : text;
    }

    /** What they would have done lately, in words. */
    public String getReplay() {
        return preview == null
                ? ""
                : RechargeTexts.of(preview.replay(), preview.replayDays(), configuration.currency());
    }

    /** What stands for the agreement that is shown. */
    public String getSeenText() {
        return preview == null ? "" : Sha256.hex(preview.agreement());
    }

    /** What the page says that is charged at once. */
    public String getSeenTotal() {
        return preview == null ? "" : preview.now().total().toString();
    }
}
