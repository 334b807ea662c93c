package billing.web.payment;

import billing.domain.payment.PaymentMethod;
import billing.ejb.payment.MethodRefusal;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.payment.SetupResult;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.FormErrors;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import billing.web.recharge.RechargeNews;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The panel of payment methods, and the step of sign-up that adds the first one. */
@Named("methods")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class PaymentMethodsBacking {
    static final String RETURN_PAGE = "/settings/payment-methods/return";
    /** Where the method that is to be replaced is kept while its owner is on the gateway's page. */
    static final String REPLACED = "billing.replacedMethod";

    private static final String BILLING = "/settings/billing";

    private List<MethodRow> rows;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PaymentMethodService service;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @Inject
    private RechargeNews news;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        List<PaymentMethod> onFile = service.onFile(me.accountId());
        Instant now = clock.instant();
        rows = onFile.stream()
                .map(method -> MethodRow.of(method, me.getAccount(), onFile.size(), now))
                .toList();
    }

    /** Leaves for the gateway's page to add a method. */
    public void add() {
        PageSession.take(request, REPLACED);
        leave();
    }

    /** Leaves for the gateway's page to add the method that takes the place of the pressed button's. */
    public void replace() {
        PageSession.keep(request, REPLACED, pressed());
        leave();
    }

    public void makeDefault() {
        change(news.noticed(() -> service.makeDefault(me.accountId(), mine())), "methods.isDefault");
    }

    public void remove() {
        change(service.remove(me.accountId(), mine()), "methods.removed");
    }

    private void leave() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        URI comeBack = URI.create(configuration.publicUrl() + RETURN_PAGE);
        SetupResult result = service.openSetup(me.accountId(), comeBack, request.getRemoteAddr());
        if (result instanceof SetupResult.Opened opened) {
            Answers.leaveTo(opened.setup().url().toString());
        } else if (result instanceof SetupResult.Refused refused) {
            refuse(refused.reason());
        }
    }

    /** The pressed button's method, if the member may change it; else one that nobody has. */
    private String mine() {
        return me.getRole().managesBilling() ? pressed() : "";
    }

    private String pressed() {
        return Objects.requireNonNullElse(request.getParameter("method"), "");
    }

    private void change(Optional<MethodRefusal> refusal, String notice) {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
        } else if (refusal.isPresent()) {
            refuse(refusal.get());
        } else {
            PageSession.tell(request, Messages.text(notice));
            Answers.goTo(BILLING);
        }
    }

    private void refuse(MethodRefusal reason) {
        if (reason == MethodRefusal.NO_SUCH_METHOD) {
            Answers.notFound();
            return;
        }
        errors.add(Messages.full("method", reason));
        Answers.unprocessable();
    }

    public List<MethodRow> getRows() {
        return rows;
    }

    /** The method that a purchase is charged to. */
    public @Nullable MethodRow getDefaultRow() {
        return rows.stream().filter(MethodRow::isDefault).findFirst().orElse(null);
    }
}
