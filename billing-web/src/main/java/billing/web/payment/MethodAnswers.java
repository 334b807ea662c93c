package billing.web.payment;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.payment.PaymentMethod;
import billing.ejb.account.AccountService;
import billing.ejb.payment.AddMethodResult;
import billing.ejb.payment.MethodRefusal;
import billing.web.api.Answers;
import billing.web.api.Declines;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Answers what became of adding a payment method, by token or by the hosted page. */
@ApplicationScoped
public class MethodAnswers {
    @Inject
    AccountService accounts;

    @Inject
    Answers answers;

    Response added(AccountId account, AddMethodResult result) {
        if (result instanceof AddMethodResult.Added added) {
            return created(accounts.find(account).orElseThrow(), added.method());
        }
        if (result instanceof AddMethodResult.Declined declined) {
            throw Declines.problem(declined.code()).asException();
        }
        throw problem(((AddMethodResult.Refused) result).reason()).asException();
    }

    private Response created(BillingAccount account, PaymentMethod method) {
        return answers.created(
                "/accounts/" + account.id() + "/payment-methods/" + method.id(), PaymentMethodJson.of(method, account));
    }

    /** The same answer, but for a token: that one is part of the body and not of the address. */
    Response addedByToken(AccountId account, AddMethodResult result) {
        if (result instanceof AddMethodResult.Refused refused && refused.reason() == MethodRefusal.NO_SUCH_METHOD) {
            throw Problem.inField(ProblemCode.NO_SUCH_TOKEN, "token").asException();
        }
        return added(account, result);
    }

    static Problem problem(MethodRefusal refusal) {
        return Problem.of(
                switch (refusal) {
                    case NO_SUCH_ACCOUNT, NO_SUCH_METHOD -> ProblemCode.NOT_FOUND;
                    case ACCOUNT_CLOSED -> ProblemCode.ACCOUNT_CLOSED;
                    case LAST_PAYMENT_METHOD -> ProblemCode.LAST_PAYMENT_METHOD;
                    case DEFAULT_PAYMENT_METHOD -> ProblemCode.DEFAULT_PAYMENT_METHOD;
                    case PAYMENT_OPEN -> ProblemCode.PAYMENT_OPEN;
                    case NOT_FINISHED -> ProblemCode.SETUP_NOT_FINISHED;
                    case TOO_MANY_ATTEMPTS -> ProblemCode.TOO_MANY_ATTEMPTS;
                    case GATEWAY_UNAVAILABLE -> ProblemCode.GATEWAY_UNAVAILABLE;
                });
    }
}
