package billing.web.account;

import billing.domain.account.Caller;
import billing.domain.account.Member;
import billing.domain.account.Operator;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.MemberService;
import billing.ejb.account.OperatorService;
import billing.web.api.HotCallers;
import billing.web.api.HotPaths;
import billing.web.api.PlainAnswers;
import billing.web.page.PageSession;
import billing.web.page.Paths;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who sent a request: under {@code /api} the holder of the bearer key, anywhere else the person of the session. It
 * refuses nobody; who may do what is decided behind it. Calls that are too frequent for a query here look at the key in their
 * own.
 */
@ApplicationScoped
public class BillingAuthentication implements HttpAuthenticationMechanism {
    /** The request attribute with the {@link Caller} of a REST call, absent if the key is missing or wrong. */
    public static final String CALLER = "billing.caller";
    /** The request attribute with the {@link Member} who sees a page, absent if nobody is logged in. */
    public static final String MEMBER = "billing.member";
    /** The request attribute with the {@link Operator} who sees a page, absent if it is nobody of the platform. */
    public static final String OPERATOR = "billing.operator";
    /** The group of a platform key. */
    public static final String PLATFORM = "platform";
    /** The group of an account's own key. */
    public static final String ACCOUNT = "account";
    /** The group of the platform's own people. */
    public static final String STAFF = "operator";

    @Inject
    private ApiKeyService keys;

    @Inject
    private MemberService members;

    @Inject
    private OperatorService operators;

    @Inject
    private PlainAnswers answers;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (Paths.isApi(request)) {
            return HotPaths.isHot(request) ? context.doNothing() : program(request, response, context);
        }
        return Paths.isResource(request) ? context.doNothing() : person(request, context);
    }

    private AuthenticationStatus program(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<Caller> caller;
        try {
            caller = HotCallers.bearer(request).flatMap(keys::authenticate);
        } catch (EJBException e) {
            return unavailable(request, response, e);
        }
        if (caller.isEmpty()) {
            return context.doNothing();
        }
        request.setAttribute(CALLER, caller.get());
        String group = caller.get().isPlatform() ? PLATFORM : ACCOUNT;
        return context.notifyContainerAboutLogin(caller.get().actor(), Set.of(group));
    }

    /** Who calls can't be found out just now: told as all other calls are told that the database is away. */
    private AuthenticationStatus unavailable(
            HttpServletRequest request, HttpServletResponse response, EJBException failure)
            throws AuthenticationException {
        try {
            answers.sendFailure(request, response, failure);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException gone) {
            throw new AuthenticationException(gone);
        }
    }

    private AuthenticationStatus person(HttpServletRequest request, HttpMessageContext context) {
        Optional<String> id = PageSession.person(request);
        Optional<Operator> operator = id.flatMap(operators::find);
        if (operator.isPresent()) {
            request.setAttribute(OPERATOR, operator.get());
            return context.notifyContainerAboutLogin(operator.get().id(), Set.of(STAFF));
        }
        Optional<Member> member = id.flatMap(members::find).filter(Member::canLogIn);
        if (member.isEmpty()) {
            return context.doNothing();
        }
        request.setAttribute(MEMBER, member.get());
        return context.notifyContainerAboutLogin(
                member.get().id(), Set.of(member.get().role().name()));
    }
}
