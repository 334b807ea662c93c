package billing.web.recharge;

import billing.domain.id.Sha256;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.SettingsProblem;
import billing.ejb.recharge.RechargePreview;
import billing.ejb.recharge.RechargeResult;
import billing.ejb.recharge.RechargeService;
import billing.ejb.recharge.RechargeState;
import billing.ejb.recharge.SaveRecharge;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.AmountField;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the dialog Add Credits that turn auto-recharge on with a purchase. Who leaves them alone buys credits and
 * nothing else; who fills them in sees first what that agrees to.
 */
@Named("rechargeWithCredits")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class RechargeWithCreditsBacking {
    private static final String THRESHOLD = "rechargeThreshold";
    private static final String AMOUNT = "rechargeAmount";

    private RechargeState state;
    private boolean disputed;
    private String threshold;
    private String amount;
    private @Nullable RechargeSettings wanted;
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
        state = service.get(me.accountId());
        disputed = service.dispute(me.accountId()).isPresent();
        Map<String, String> draft = Draft.of(request, FormNumber.read(request));
        threshold = typed(THRESHOLD, draft.getOrDefault(THRESHOLD, ""));
        amount = typed(AMOUNT, draft.getOrDefault(AMOUNT, RechargeSettings.USUAL_AMOUNT.toString()));
    }

    private String typed(String field, String otherwise) {
        return Objects.requireNonNullElse(request.getParameter(field), otherwise);
    }

    /** What was typed, together with the amount to be bought. */
    public Map<String, String> draft(String bought) {
        return Map.of("amount", bought, THRESHOLD, threshold, AMOUNT, amount);
    }

    /** Auto-recharge that is on is changed on its own page, so the fields are for those who have none, and may have it. */
    public boolean isOffered() {
        return !state.enabled() && !disputed;
    }

    private boolean isTouched() {
        return !state.enabled() && !(threshold.isBlank() && (amount.isBlank() || isUsual()));
    }

    private boolean isUsual() {
        return RechargeSettings.USUAL_AMOUNT.equals(AmountField.read(amount).amount());
    }

    /**
     * Looks at what was typed, and notes what is wrong with it.
     *
     * @param bought what is bought with the same press; the largest purchase if that is not known yet
     * @return whether the page may go on: nothing was typed, or its meaning was shown before
     */
    public boolean look(Money bought) {
        if (!isTouched()) {
            return true;
        }
        RechargeSettings settings = settings();
        RechargePreview looked = service.preview(me.accountId(), settings, bought);
        looked.problems().forEach(this::refuse);
        wanted = settings;
        preview = errors.isEmpty() ? looked : null;
        return seen(looked).equals(request.getParameter("seenRecharge"));
    }

    /** An amount that was left out is shown, so that nobody agrees to one that does not stand in the field. */
    private RechargeSettings settings() {
        if (amount.isBlank()) {
            amount = RechargeSettings.USUAL_AMOUNT.toString();
        }
        return new RechargeSettings(
                RechargeMode.INCREMENT,
                read(THRESHOLD, threshold),
                state.settings().target(),
                read(AMOUNT, amount),
                state.settings().monthlyAmountCap(),
                state.settings().monthlyCountCap());
    }

    private Money read(String field, String typed) {
        AmountField read = AmountField.read(typed);
        refuse(field, Optional.ofNullable(read.error()));
        return read.amount() == null ? Money.ZERO : read.amount();
    }

    private void refuse(SettingsProblem problem) {
        String text = RechargeTexts.of(problem, configuration.currency());
        switch (problem.field()) {
            case "threshold" -> refuse(THRESHOLD, Optional.of(text));
            case "amount" -> refuse(AMOUNT, Optional.of(text));
            default -> refuse(AMOUNT, Optional.of(Messages.text("rechargeWith.cap", text)));
        }
    }

    private void refuse(String field, Optional<String> text) {
        errors.at(field, Messages.text(field.equals(THRESHOLD) ? "rechargeWith.threshold" : "recharge.amount"), text);
    }

    /** What was shown: the exact agreement, and how much is charged at once besides the purchase. */
    private static String seen(RechargePreview looked) {
        return Sha256.hex(looked.agreement() + looked.now());
    }

    /** Turns it on, now that the credits are bought. After a purchase that went wrong the card is left in peace. */
    public void save(CreditPurchase purchase) {
        if (wanted == null) {
            return;
        }
        boolean bought = purchase.status().isPaid() || purchase.status() == PurchaseStatus.PROCESSING;
        boolean saved = bought
                && service.save(new SaveRecharge(
                                me.accountId(), wanted, me.getMember().id(), request.getRemoteAddr()))
                        instanceof RechargeResult.Saved;
        PageSession.tell(request, Messages.text(saved ? "recharge.saved" : "rechargeWith.notSaved"));
    }

    public RechargeState getState() {
        return state;
    }

    public @Nullable RechargePreview getPreview() {
        return preview;
    }

    /** What is charged at once besides the purchase, in words. */
    public String getNow() {
        return preview == null ? "" : RechargeTexts.of(preview.now(), configuration.currency());
    }

    /** What is charged at once besides the purchase; nothing if nothing is shown. */
    public Money getMore() {
        return preview == null ? Money.ZERO : preview.now().total();
    }

    /** What stands for what is shown. */
    public String getSeen() {
        return preview == null ? "" : seen(preview);
    }

    public String getThreshold() {
        return threshold;
    }

    public void setThreshold(String threshold) {
        this.threshold = threshold;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }
}
