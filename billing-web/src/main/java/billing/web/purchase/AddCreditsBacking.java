package billing.web.purchase;

import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Refusal;
import billing.ejb.ledger.LedgerService;
import billing.ejb.purchase.BuyCredits;
import billing.ejb.purchase.PurchaseResult;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.account.Welcome;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.Draft;
import billing.web.page.FormErrors;
import billing.web.page.FormNumber;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.recharge.RechargeWithCreditsBacking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form that buys credits, on {@code /settings/add-credits} and as the last step of sign-up.
 *
 * <p>Its number is in its address: reloading the page or going back to it finds the same form, and a form buys once.
 */
@Named("addCredits")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AddCreditsBacking {
    private static final String USUAL_AMOUNT = "25.00";

    private String amount;
    private String shown;
    private @Nullable String form;
    private @Nullable CreditPurchase earlier;
    private boolean review;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PurchaseService service;

    @Inject
    private LedgerService ledger;

    @Inject
    private RechargeWithCreditsBacking recharge;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void read() {
        form = FormNumber.read(request);
        String typed = Draft.of(request, form).get("amount");
        amount = "POST".equals(request.getMethod()) ? "" : Objects.requireNonNullElseGet(typed, this::usual);
        shown = amount;
    }

    /** Who owes something after a dispute is offered what pays it. */
    private String usual() {
        return service.paysDisputeDebt(me.accountId()).map(Money::toString).orElse(USUAL_AMOUNT);
    }

    /** Gives the form its number, or tells what was bought with it already. */
    public void arrive() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
        } else if (form == null) {
            Answers.goTo(Answers.page() + "?form=" + FormNumber.mint());
        } else {
            earlier = service.find(purchaseId(form)).orElse(null);
        }
    }

    /** Buys if the page has shown this total, else shows it first; without script that is a second press. */
    public void purchase() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        if (form == null) {
            errors.add(Messages.text("add.noForm"));
            form = FormNumber.mint();
        }
        AmountField field = AmountField.read(
                amount, configuration.minPurchase(), configuration.maxPurchase(), configuration.currency());
        errors.at("amount", Messages.text("add.amount"), Optional.ofNullable(field.error()));
        Money total = Objects.requireNonNullElse(field.amount(), configuration.maxPurchase());
        boolean agreed = recharge.look(total);
        if (!errors.found()) {
            buy(total, agreed);
        }
    }

    private void buy(Money total, boolean agreed) {
        if (!agreed || !Money.parse(shown).equals(Optional.of(total))) {
            shown = total.toString();
            review = true;
            Draft.keep(request, form, recharge.draft(shown));
            return;
        }
        String id = purchaseId(form);
        boolean again = service.find(id).isPresent();
        answer(
                service.buy(
                        new BuyCredits(me.accountId(), id, total, me.getMember().id(), true)),
                again);
    }

    /** A form that is sent again agrees to nothing again: auto-recharge may have been turned off since. */
    private void answer(PurchaseResult result, boolean again) {
        if (result instanceof PurchaseResult.Accepted accepted) {
            Welcome.end(request);
            if (!again) {
                recharge.save(accepted.purchase());
            }
            Answers.goTo("/purchases/" + accepted.purchase().id());
        } else if (result instanceof PurchaseResult.Refused refused) {
            refuse(refused.reason());
        }
    }

    private void refuse(Refusal reason) {
        errors.add(Messages.full("refusal", reason));
        if (reason == Refusal.KEY_REUSED) {
            form = FormNumber.mint();
        }
        errors.found();
    }

    private String purchaseId(@Nullable String number) {
        return Ids.derive(Ids.PURCHASE, me.accountId().toString(), "page", String.valueOf(number));
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    /** The total that the page shows. */
    public String getShown() {
        return shown;
    }

    public void setShown(String shown) {
        this.shown = shown;
    }

    public @Nullable String getForm() {
        return form;
    }

    /** What this form has bought already. */
    public @Nullable CreditPurchase getEarlier() {
        return earlier;
    }

    /** What is charged at once in all, where auto-recharge buys besides the purchase: 25.00 + 75.00 = 100.00. */
    public String getSum() {
        String currency = configuration.currency();
        Money more = recharge.getMore();
        return Money.parse(shown)
                .map(total -> Messages.text(
                        "add.sum.text",
                        Formats.money(total, currency),
                        Formats.money(more, currency),
                        Formats.money(total.plus(more), currency)))
                .orElse("");
    }

    /** Whether the page shows a total that it has not shown before. */
    public boolean isReview() {
        return review;
    }

    /** What lost disputes left, which credits pay first. */
    public Money getDisputeDebt() {
        return ledger.disputeDebt(me.accountId());
    }

    public Money getLeast() {
        return configuration.minPurchase();
    }

    public Money getMost() {
        return configuration.maxPurchase();
    }
}
