package billing.web.api;

import billing.domain.account.BillingAccount;
import billing.domain.account.Caller;
import billing.domain.id.AccountId;
import billing.ejb.account.AccountService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls, and what of all there is the caller may see. */
@RequestScoped
public class ApiCaller {
    /** The request attribute in which the authentication leaves the {@link Caller}. */
    public static final String ATTRIBUTE = "billing.caller";

    @Inject
    HttpServletRequest request;

    @Inject
    AccountService accounts;

    /** Empty if no valid key came with the request. */
    Optional<Caller> find() {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    /** @throws ProblemException {@code UNAUTHORIZED} */
    public Caller get() {
        return find().orElseThrow(() -> Problem.of(ProblemCode.UNAUTHORIZED).asException());
    }

    public boolean mayActOn(AccountId account) {
        return get().mayActOn(account);
    }

    /**
     * The account that a path names.
     *
     * @throws ProblemException {@code NOT_FOUND}, the same for one that is not there and one that the caller may not see
     */
    public BillingAccount account(String id) {
        return AccountId.parse(id)
                .filter(this::mayActOn)
                .flatMap(accounts::find)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    }

    public AccountId accountId(String id) {
        return account(id).id();
    }

    /** The network address that the limits on card attempts count by; null for the platform, which they do not bind. */
    public @Nullable String limitedAddress() {
        return get().isPlatform() ? null : request.getRemoteAddr();
    }
}
