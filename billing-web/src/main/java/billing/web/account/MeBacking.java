package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.Member;
import billing.domain.account.Operator;
import billing.domain.account.Role;
import billing.domain.id.AccountId;
import billing.ejb.account.AccountService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at the page, and for which account. Each look-up of a page starts here and never at an id that the
 * browser sent.
 */
@Named("me")
@RequestScoped
public class MeBacking {
    private @Nullable Member member;
    private @Nullable BillingAccount account;
    private @Nullable Operator operator;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AccountService accounts;

    @PostConstruct
    void recognise() {
        member = (Member) request.getAttribute(BillingAuthentication.MEMBER);
        operator = (Operator) request.getAttribute(BillingAuthentication.OPERATOR);
        account = member == null ? null : accounts.find(member.account()).orElse(null);
    }

    /** Whether a member is. */
    public boolean isHere() {
        return account != null;
    }

    public boolean isOperator() {
        return operator != null;
    }

    /** Whoever is logged in. */
    public String getName() {
        return operator == null ? getMember().name() : operator.name();
    }

    /** What the books call whoever is logged in. */
    public String actor() {
        return operator == null ? getMember().id() : operator.id();
    }

    /** The member; pages that need one are behind the {@link VisitorFilter}. */
    public Member getMember() {
        return here(member);
    }

    public BillingAccount getAccount() {
        return here(account);
    }

    public Role getRole() {
        return getMember().role();
    }

    /** The only account that this page may touch. */
    public AccountId accountId() {
        return getMember().account();
    }

    /** Whether whoever is logged in may read what is of an account: those of the account, and operators on pages of their own. */
    public boolean maySee(AccountId id) {
        return isOperator() || id.equals(accountId());
    }

    private static <T> T here(@Nullable T known) {
        if (known == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        return known;
    }
}
