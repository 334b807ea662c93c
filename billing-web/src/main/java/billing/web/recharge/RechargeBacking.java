package billing.web.recharge;

import billing.domain.id.AccountId;
import billing.domain.purchase.CreditPurchase;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.RechargeStatus;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.recharge.RechargeRefusal;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.RechargeState;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The panel Auto-recharge: what it does, why it does not, and what its owner can do about that. */
@Named("recharge")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class RechargeBacking {
    private static final String PANEL = "/settings/billing#recharge";
    /** How far back the panel looks for attempts, and how many it shows. */
    private static final int LATEST = 50;

    private static final int ATTEMPTS = 5;

    private RechargeState state;
    private @Nullable CreditPurchase open;
    private List<RechargeAttempt> attempts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private RechargeService service;

    @Inject
    private PurchaseService purchases;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        AccountId account = me.accountId();
        state = service.get(account);
        open = Optional.ofNullable(state.openPurchase())
                .flatMap(purchases::find)
                .orElse(null);
        attempts = isAboutDeclines() ? attempts(account) : List.of();
    }

    private boolean isAboutDeclines() {
        return state.status() == RechargeStatus.RETRYING
                || state.offReason() == OffReason.DECLINED
                || state.offReason() == OffReason.DECLINED_REPEATEDLY;
    }

    /** What was tried under the present agreement since a recharge was paid last. */
    private List<RechargeAttempt> attempts(AccountId account) {
        return purchases.list(account, null, LATEST).items().stream()
                .filter(CreditPurchase::isRecharge)
                .takeWhile(purchase -> !purchase.status().isPaid())
                .filter(purchase -> !purchase.status().isOpen())
                .filter(purchase -> purchase.agreement().equals(Optional.of(state.agreement())))
                .limit(ATTEMPTS)
                .map(RechargeAttempt::of)
                .toList();
    }

    /** Tries a declined recharge again, now. */
    public void retryNow() {
        if (me.getRole().managesBilling()) {
            RechargeResult result = service.retryNow(me.accountId());
            answer(result, rests(result).orElse(Messages.text("recharge.retried")));
            return;
        }
        Answers.forbidden();
    }

    /** What to say if it still waits: it has been declined too often to be tried now. */
    private static Optional<String> rests(RechargeResult result) {
        return result instanceof RechargeResult.Saved saved && saved.state().status() == RechargeStatus.RETRYING
                ? Optional.ofNullable(saved.state().nextAttemptAt())
                        .map(time -> Messages.text("recharge.rests", Formats.minute(time)))
                : Optional.empty();
    }

    /** Turns it off until somebody turns it on again. */
    public void turnOff() {
        if (me.getRole().managesBilling()) {
            answer(
                    service.turnOff(me.accountId(), me.getMember().id(), request.getRemoteAddr()),
                    Messages.text("recharge.turnedOff"));
            return;
        }
        Answers.forbidden();
    }

    private void answer(RechargeResult result, String notice) {
        if (result instanceof RechargeResult.Refused refused) {
            refuse(refused.reason());
            return;
        }
        PageSession.tell(request, notice);
        Answers.goTo(PANEL);
    }

    private void refuse(RechargeRefusal reason) {
        errors.add(Messages.full("recharge.refusal", reason));
        errors.found();
    }

    public RechargeState getState() {
        return state;
    }

    public RechargeSettings getSettings() {
        return state.settings();
    }

    public boolean isTarget() {
        return state.settings().mode() == RechargeMode.TARGET;
    }

    /** Whether it waits to try a declined recharge again; another default card ends the waiting. */
    public boolean isRetrying() {
        return state.status() == RechargeStatus.RETRYING;
    }

    /** The recharge whose outcome is open. */
    public @Nullable CreditPurchase getOpen() {
        return open;
    }

    public List<RechargeAttempt> getAttempts() {
        return attempts;
    }

    /** What it is doing, in words. */
    public String getSummary() {
        if (!state.enabled()) {
            OffReason reason = state.offReason();
            return reason == null ? Messages.text("recharge.never") : Messages.full("recharge.off", reason);
        }
        return switch (state.status()) {
            case RETRYING ->
                Messages.text(
                        state.failures() == 0 ? "recharge.outage" : "recharge.retrying", state.failures(), next());
            case CAP_REACHED -> Messages.text("recharge.capReached", next());
            default -> Messages.text("recharge.active");
        };
    }

    private String next() {
        return state.nextAttemptAt() == null ? "" : Formats.minute(state.nextAttemptAt());
    }

    /** What the open recharge waits for, in words. */
    public String getUnderWay() {
        if (open == null) {
            return "";
        }
        String amount = Formats.money(open.amount(), configuration.currency());
        return state.status() == RechargeStatus.AUTHORIZATION_NEEDED
                ? Messages.text(
                        "recharge.approve",
                        amount,
                        Formats.minute(open.createdAt().plus(CreditPurchase.APPROVAL_TIME)))
                : Messages.text("recharge.charging", amount);
    }

    /** How good or bad its state is, as the badge's colour tells. */
    public String getTone() {
        return switch (state.status()) {
            case ACTIVE -> "good";
            case CHARGING -> "PROCESSING";
            case AUTHORIZATION_NEEDED, RETRYING, CAP_REACHED -> "ACTION_REQUIRED";
            case OFF -> isAboutDeclines() ? "bad" : "off";
        };
    }

    /** The recharges of this month, of how many that are allowed. */
    public String getMonthCount() {
        return Messages.text(
                "recharge.month.count", state.monthCount(), state.settings().monthlyCountCap());
    }

    /** What they came to, of how much that is allowed. */
    public String getMonthAmount() {
        return Messages.text(
                "recharge.month.amount",
                Formats.money(state.monthAmount(), configuration.currency()),
                Formats.money(state.settings().monthlyAmountCap(), configuration.currency()));
    }
}
