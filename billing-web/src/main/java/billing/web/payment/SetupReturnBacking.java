package billing.web.payment;

import billing.domain.payment.PaymentMethod;
import billing.ejb.payment.AddMethodResult;
import billing.ejb.payment.MethodRefusal;
import billing.ejb.payment.PaymentMethodService;
import billing.web.account.MeBacking;
import billing.web.account.Welcome;
import billing.web.page.Answers;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import billing.web.recharge.RechargeNews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway's page for cards sends the owner back to. Coming back twice adds nothing twice; the gateway knows
 * whose page it was, so nobody can be made to take somebody else's card.
 */
@Named("setupReturn")
@RequestScoped
public class SetupReturnBacking {
    private static final int LONGEST = 200;

    private @Nullable String text;
    private @Nullable String next;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PaymentMethodService service;

    @Inject
    private RechargeNews news;

    /** Asks the gateway what came of its page, and goes on if it was a payment method. */
    public void arrive() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        String setup = request.getParameter("setup");
        if (setup == null || setup.isEmpty() || setup.length() > LONGEST) {
            explain(Messages.text("setup.cancelled"), Messages.text("setup.cancelled.next"));
            return;
        }
        answer(service.finishSetup(me.accountId(), setup));
    }

    private void answer(AddMethodResult result) {
        if (result instanceof AddMethodResult.Added added) {
            replaceBy(added.method());
            Answers.goTo(Welcome.isUnderWay(request) ? "/sign-up/credits" : "/settings/billing");
        } else if (result instanceof AddMethodResult.Declined declined) {
            explain(Messages.of("decline", declined.code()), Messages.next("decline", declined.code()));
            Answers.unprocessable();
        } else if (result instanceof AddMethodResult.Refused refused) {
            explain(Messages.of("method", refused.reason()), Messages.next("method", refused.reason()));
            Answers.unprocessable();
        }
    }

    /** Puts the new method in the place of the one that its owner wanted to replace, if any. */
    private void replaceBy(PaymentMethod added) {
        Optional<String> replaced =
                PageSession.take(request, PaymentMethodsBacking.REPLACED).filter(old -> !old.equals(added.id()));
        if (replaced.isEmpty()) {
            PageSession.tell(request, Messages.text("methods.added"));
            return;
        }
        Optional<MethodRefusal> refusal = me.getAccount().isDefaultMethod(replaced.get())
                ? news.noticed(() -> service.makeDefault(me.accountId(), added.id()))
                : Optional.empty();
        String told = refusal.or(() -> service.remove(me.accountId(), replaced.get()))
                .map(reason -> Messages.text("methods.notReplaced", Messages.full("method", reason)))
                .orElse(Messages.text("methods.replaced"));
        PageSession.tell(request, told);
    }

    private void explain(String what, String then) {
        text = what;
        next = then;
    }

    public @Nullable String getText() {
        return text;
    }

    public @Nullable String getNext() {
        return next;
    }

    /** Where the owner goes back to. */
    public String getBack() {
        return Welcome.isUnderWay(request) ? "/sign-up/card" : "/settings/billing";
    }
}
