package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.Page;
import billing.ejb.account.AccountService;
import billing.web.page.Fields;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/accounts}: all accounts, or those that a search finds. */
@Named("accounts")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AccountsBacking {
    private static final int ROWS = 50;
    private static final int LONGEST_SEARCH = Fields.LONGEST_EMAIL;

    private String search = "";
    private @Nullable String after;
    private Page<BillingAccount> page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AccountService service;

    @PostConstruct
    void load() {
        String typed = Fields.tidy(Objects.requireNonNullElse(request.getParameter("q"), ""));
        search = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)).replace("\u0000", "");
        after = request.getParameter("after");
        page = service.search(search, after, ROWS);
    }

    public String getSearch() {
        return search;
    }

    /** The search as a part of an address. */
    public String getQuery() {
        return URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    public Page<BillingAccount> getPage() {
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }

    public String termsOf(BillingTerms terms) {
        return TermsTexts.name(terms);
    }
}
