package billing.web.account;

import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.ejb.account.ActionKind;
import billing.ejb.account.AuditService;
import billing.ejb.account.OperatorAction;
import billing.ejb.runtime.Configuration;
import billing.web.page.Fields;
import billing.web.page.Formats;
import billing.web.page.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/actions}: who did what, when and why. */
@Named("actions")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ActionsBacking {
    private static final int ROWS = 50;

    private String account = "";
    private @Nullable String after;
    private @Nullable Page<OperatorAction> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AuditService audit;

    @Inject
    private Configuration configuration;

    @PostConstruct
    void read() {
        account = Fields.tidy(Objects.requireNonNullElse(request.getParameter("account"), ""));
        after = request.getParameter("after");
    }

    /** What was done; nothing about an account that is none. */
    public Page<OperatorAction> getPage() {
        if (page == null) {
            Optional<AccountId> about = AccountId.parse(account);
            page = account.isEmpty() || about.isPresent()
                    ? audit.list(about.orElse(null), after, ROWS)
                    : new Page<>(List.of(), null);
        }
        return page;
    }

    /** What it was about, besides the account: an amount, a name. */
    public String about(OperatorAction action) {
        if (action.amount() != null) {
            return Formats.money(action.amount(), configuration.currency());
        }
        return action.kind() == ActionKind.TERMS
                ? Messages.of("terms", TermsType.valueOf(action.detail()))
                : action.detail();
    }

    /** Where what it was about is seen; null where that is not a page. */
    public @Nullable String pageOf(OperatorAction action) {
        return switch (action.kind()) {
            case REFUND -> "/operator/refund?purchase=" + action.detail();
            case CREDIT_NOTE -> "/operator/invoices/" + action.detail();
            default -> null;
        };
    }

    /** The account that is asked for. */
    public String getAccount() {
        return account;
    }

    /** Whether that is how an account is called. */
    public boolean isAccountId() {
        return AccountId.parse(account).isPresent();
    }

    public boolean isFirst() {
        return after == null;
    }
}
