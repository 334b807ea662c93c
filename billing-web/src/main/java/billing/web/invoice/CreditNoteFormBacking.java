package billing.web.invoice;

import billing.domain.account.BillingAccount;
import billing.domain.id.Ids;
import billing.domain.invoice.Invoice;
import billing.domain.money.Money;
import billing.ejb.account.AccountService;
import billing.ejb.invoice.CreditNoteResult;
import billing.ejb.invoice.CreditNoteService;
import billing.ejb.invoice.IssueCreditNote;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/credit-note}: an invoice, and the form that takes something of it back, once. */
@Named("creditNoteForm")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class CreditNoteFormBacking {
    private @Nullable Invoice invoice;
    private Money creditable = Money.ZERO;
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
    private InvoiceSheets sheets;

    @Inject
    private CreditNoteService notes;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        form = FormNumber.read(request);
        invoice = sheets.find(request.getParameter("invoice"), me::maySee).orElse(null);
        creditable = invoice == null ? Money.ZERO : notes.creditable(invoice);
        amount = creditable.isPositive() ? creditable.toString() : "";
    }

    /** Gives the form its number. */
    public void arrive() {
        if (isHere() && form == null) {
            Answers.goTo("/operator/credit-note?invoice=" + get().number() + "&form=" + FormNumber.mint());
        }
    }

    private boolean isHere() {
        if (invoice == null) {
            Answers.notFound();
        }
        return invoice != null;
    }

    private Invoice get() {
        return Optional.ofNullable(invoice).orElseThrow();
    }

    /** Takes back what was typed. */
    public void issue() {
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
            String number = String.valueOf(get().number());
            String id = Ids.derive(Ids.CREDIT_NOTE, number, "page", Objects.toString(form));
            answer(notes.issue(new IssueCreditNote(id, number, read, reason, me.actor())));
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
            wrong(Messages.text("creditNote.tooSmall"));
        }
        return read;
    }

    private void answer(CreditNoteResult result) {
        if (result instanceof CreditNoteResult.Issued issued) {
            PageSession.tell(
                    request,
                    Messages.text(
                            "creditNote.done",
                            issued.note().number(),
                            shown(issued.note().amount())));
            Answers.goTo("/operator/invoices/" + get().number());
            return;
        }
        refuse((CreditNoteResult.Refused) result);
        errors.found();
    }

    private void refuse(CreditNoteResult.Refused refused) {
        String left = shown(refused.left());
        switch (refused.reason()) {
            case MORE_THAN_INVOICED -> wrong(Messages.text("creditNote.tooMuch", left));
            case LEAVES_TOO_LITTLE -> wrong(Messages.text("creditNote.leavesTooLittle", left, shown(refused.most())));
            case KEY_REUSED -> {
                errors.add(Messages.text("creditNote.used"));
                form = FormNumber.mint();
            }
            default -> errors.add(Messages.full("creditNoteRefusal", refused.reason()));
        }
    }

    private void wrong(String text) {
        errors.at("amount", Messages.text("invoice.amount"), Optional.of(text));
    }

    private String shown(Money money) {
        return Formats.money(money, configuration.currency());
    }

    /** Null only while the answer is that there is none. */
    public @Nullable Invoice getInvoice() {
        return invoice;
    }

    public String getTone() {
        return InvoiceWords.tone(get());
    }

    /** Whose invoice it is. */
    public @Nullable BillingAccount getAccount() {
        return invoice == null ? null : accounts.find(invoice.account()).orElse(null);
    }

    /** How much of it can be taken back. */
    public Money getCreditable() {
        return creditable;
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
