package billing.web.purchase;

import billing.domain.account.BillingAccount;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Refund;
import billing.domain.purchase.RefundStatus;
import billing.domain.purchase.Refusal;
import billing.ejb.account.AccountService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.purchase.RefundCredits;
import billing.ejb.purchase.RefundResult;
import billing.ejb.purchase.RefundService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.FormNumber;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/refund}: a purchase, what was paid back of it, and the form that pays back more, once. */
@Named("refundForm")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class RefundFormBacking {
    private static final String AMOUNT = "amount";

    private @Nullable CreditPurchase purchase;
    private Money refundable = Money.ZERO;
    private String amount = "";
    private String reason = "";
    private @Nullable String form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private AccountService accounts;

    @Inject
    private PurchaseService purchases;

    @Inject
    private RefundService refunds;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        form = FormNumber.read(request);
        purchase = Optional.ofNullable(request.getParameter("purchase"))
                .filter(id -> Ids.isId(Ids.PURCHASE, id))
                .flatMap(purchases::find)
                .orElse(null);
        refundable = purchase == null ? Money.ZERO : refunds.refundable(purchase);
        amount = refundable.isPositive() ? refundable.toString() : "";
    }

    /** Gives the form its number. */
    public void arrive() {
        if (isHere() && form == null) {
            Answers.goTo(page() + "&form=" + FormNumber.mint());
        }
    }

    private boolean isHere() {
        if (purchase == null) {
            Answers.notFound();
        }
        return purchase != null;
    }

    private CreditPurchase get() {
        return Optional.ofNullable(purchase).orElseThrow();
    }

    private String page() {
        return "/operator/refund?purchase=" + get().id();
    }

    /** Pays back what was typed. */
    public void refund() {
        send(refunds::refund);
    }

    /** Writes down that what was typed was paid back without the gateway. */
    public void payByHand() {
        send(refunds::payByHand);
    }

    private void send(Function<RefundCredits, RefundResult> how) {
        if (!isHere()) {
            return;
        }
        if (form == null) {
            errors.add(Messages.text("form.incomplete"));
            form = FormNumber.mint();
        }
        reason = Fields.tidy(reason);
        Money read = read();
        errors.at("reason", Fields.reason(reason, Messages.text("reason")));
        if (!errors.found()) {
            String id = Ids.derive(Ids.REFUND, get().id(), "page", Objects.toString(form));
            answer(how.apply(new RefundCredits(get().id(), id, read, reason, me.actor())));
        }
    }

    private Money read() {
        AmountField field = AmountField.read(amount);
        Money read = field.amount();
        if (read == null) {
            wrong(Objects.toString(field.error(), ""));
            return Money.ZERO;
        }
        if (!read.isPositive()) {
            wrong(Messages.text("refund.tooSmall"));
        }
        return read;
    }

    private void answer(RefundResult result) {
        if (result instanceof RefundResult.Accepted accepted) {
            Refund refund = accepted.refund();
            String done = refund.isByHand() ? "refund.doneByHand" : "refund.done." + refund.status();
            PageSession.tell(request, Messages.text(done, shown(refund.amount()), label()));
            Answers.goTo(page());
            return;
        }
        refuse(((RefundResult.Refused) result).reason());
        errors.found();
    }

    private void refuse(Refusal reason) {
        if (reason == Refusal.MORE_THAN_UNSPENT) {
            wrong(Messages.text("refund.tooMuch", shown(refundable)));
        } else if (reason == Refusal.KEY_REUSED) {
            errors.add(Messages.text("refund.used"));
            form = FormNumber.mint();
        } else {
            errors.add(Messages.full("refusal", reason));
        }
    }

    private void wrong(String text) {
        errors.at(AMOUNT, Messages.text("refund.amount"), Optional.of(text));
    }

    private String label() {
        String label = get().methodLabel();
        int space = label.lastIndexOf(' ');
        return space < 0 ? label : Formats.method(label.substring(0, space), label.substring(space + 1));
    }

    private String shown(Money money) {
        return Formats.money(money, configuration.currency());
    }

    /** Null only while the answer is that there is none. */
    public @Nullable CreditPurchase getPurchase() {
        return purchase;
    }

    /** Whose purchase it is. */
    public @Nullable BillingAccount getAccount() {
        return purchase == null ? null : accounts.find(purchase.account()).orElse(null);
    }

    /** Whether a refund came back to an account that nobody can spend from any more: then it may be paid without the gateway. */
    public boolean isReturned() {
        BillingAccount owner = getAccount();
        return owner != null
                && !owner.isOpen()
                && getRefunds().stream().anyMatch(refund -> refund.status() == RefundStatus.FAILED);
    }

    /** Refunds of the purchase, oldest first. */
    public List<Refund> getRefunds() {
        return purchase == null ? List.of() : refunds.list(purchase.id());
    }

    /** What whoever looks after the purchase should know, if anything. */
    public String getDeskNote() {
        return purchase == null ? "" : purchase.deskNote().orElse("");
    }

    public Money getRefundable() {
        return refundable;
    }

    public @Nullable String getForm() {
        return form;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
