package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.domain.account.Caller;
import billing.domain.id.AccountId;
import billing.ejb.access.AccessAnswer;
import billing.ejb.access.AccessQuestion;
import billing.ejb.access.AccessReadService;
import billing.ejb.account.ApiKeyService;
import billing.web.api.ApiCaller;
import billing.web.api.HotCallers;
import billing.web.api.HotPaths;
import billing.web.api.PlainAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers {@code GET /accounts/{id}/access} before anything else is done with it, as a platform asks it before each of its own
 * requests. It only says yes and no: whatever can't be answered so (no key, another's account, a query with a mistake) goes on
 * to {@link AccessResource}, which says what is wrong.
 */
public class AccessFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessReadService access;

    @Inject
    private transient AccessWatch watch;

    @Inject
    private transient HotCallers callers;

    @Inject
    private transient ApiKeyService keys;

    @Inject
    private transient AccessText text;

    @Inject
    private transient PlainAnswers answers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<AccountId> account = HotPaths.accessOf(request);
        if (account.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!isAnswered(account.get(), request, response)) {
            HotCallers.bearer(request)
                    .flatMap(keys::authenticate)
                    .ifPresent(caller -> request.setAttribute(ApiCaller.ATTRIBUTE, caller));
            chain.doFilter(request, response);
        }
    }

    private boolean isAnswered(AccountId account, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<AccessCall> call = AccessCall.of(request);
        Optional<Caller> caller =
                HotCallers.bearer(request).flatMap(callers::known).filter(one -> one.mayActOn(account));
        if (call.isEmpty() || caller.isEmpty()) {
            return false;
        }
        AccessQuestion question =
                new AccessQuestion(account, caller.get().actor(), call.get().labels());
        try {
            return isAnswered(question, call.get(), request, response);
        } catch (RuntimeException failure) {
            answers.sendFailure(request, response, failure);
            return true;
        }
    }

    private boolean isAnswered(
            AccessQuestion question, AccessCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AccessAnswer answer = access.ask(question);
        AccessDecision decision = answer.decision();
        if (answer.isKeyRevoked()) {
            HotCallers.bearer(request).ifPresent(callers::forget);
        }
        if (answer.isKeyRevoked() || decision == null) {
            return false;
        }
        boolean isNews = call.epoch().filter(epoch -> epoch == decision.epoch()).isEmpty();
        if (call.waits() && !isNews && !watch.isFull()) {
            watch.add(question, decision, call.patience(), request);
        } else {
            answers.send(request, response, text.of(decision));
        }
        return true;
    }
}
