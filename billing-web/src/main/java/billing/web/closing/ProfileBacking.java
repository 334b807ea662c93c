package billing.web.closing;

import billing.domain.account.AccountStatus;
import billing.domain.invoice.Invoice;
import billing.domain.money.Money;
import billing.ejb.closing.ClosingPreview;
import billing.ejb.closing.ClosingService;
import billing.ejb.invoice.FinalInvoiceService;
import billing.ejb.runtime.Configuration;
import billing.web.account.LoginThrottle;
import billing.web.account.MeBacking;
import billing.web.account.Passwords;
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
import java.util.List;
import java.util.Optional;

/** The page {@code /settings/profile}: who one is, and under Privacy and Security the end of the account. */
@Named("profile")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ProfileBacking {
    private ClosingPreview preview;
    private List<Invoice> unpaid;
    private String password = "";
    private String accountName = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private ClosingService service;

    @Inject
    private FinalInvoiceService invoices;

    @Inject
    private Passwords passwords;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        preview = service.preview(me.accountId());
        unpaid = preview.owed().isPositive() ? invoices.unpaid(me.accountId()) : List.of();
    }

    /** Deletes the account, if this is its owner, who means it, and nothing stands against it. */
    public void close() {
        if (!me.getRole().closesAccount()) {
            Answers.forbidden();
            return;
        }
        check();
        if (!errors.found()) {
            answer(service.close(me.accountId(), me.getMember().id()));
        }
    }

    private void check() {
        if (!Fields.tidy(accountName).equals(me.getAccount().name())) {
            errors.at("accountName", Optional.of(Messages.text("close.wrongName")));
        }
        errors.at("password", passwordError());
    }

    private Optional<String> passwordError() {
        if (password.isEmpty()) {
            return Optional.of(Messages.text("field.password.missing"));
        }
        String email = me.getMember().email();
        if (!throttle.allows(email, request.getRemoteAddr())) {
            return Optional.of(Messages.text("login.tooMany"));
        }
        if (password.length() > Fields.LONGEST_PASSWORD
                || !passwords.fits(password, me.getMember().passwordHash())) {
            return Optional.of(Messages.text("close.wrongPassword"));
        }
        throttle.forgive(email, request.getRemoteAddr());
        return Optional.empty();
    }

    private void answer(ClosingPreview result) {
        preview = result;
        if (!result.isPossible()) {
            errors.add(Messages.text("close.refused"));
            errors.found();
            return;
        }
        if (result.finalInvoice().isPositive()) {
            tellOfFinalInvoice(result.finalInvoice());
            return;
        }
        PageSession.end(request);
        PageSession.tell(
                request, Messages.text("close.done", Formats.money(result.refunded(), configuration.currency())));
        Answers.goTo("/login");
    }

    /** Its page has the button that pays it; while it has no number yet, this page tells of it soon. */
    private void tellOfFinalInvoice(Money amount) {
        String text = Formats.money(amount, configuration.currency());
        PageSession.tell(request, Messages.text("close.invoiced", text));
        Answers.goTo(invoices.unpaid(me.accountId()).stream()
                .findFirst()
                .map(invoice -> "/invoices/" + invoice.number())
                .orElse("/settings/profile"));
    }

    /** Whether it is being deleted, and waits for its final invoice to be paid. */
    public boolean isAwaitingPayment() {
        return me.getAccount().status() == AccountStatus.CLOSING
                && preview.owed().isPositive();
    }

    /** What is to be paid before, oldest first. */
    public List<Invoice> getUnpaid() {
        return unpaid;
    }

    public ClosingPreview getPreview() {
        return preview;
    }

    /** What stands against it, in words. */
    public List<String> getObstacles() {
        return preview.obstacles().stream()
                .map(obstacle -> Messages.of("obstacle", obstacle))
                .toList();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAccountName() {
        return accountName;
    }

    public void setAccountName(String accountName) {
        this.accountName = accountName;
    }
}
