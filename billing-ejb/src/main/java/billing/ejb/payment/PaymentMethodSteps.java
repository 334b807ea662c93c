package billing.ejb.payment;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.payment.MethodDetails;
import billing.domain.payment.PaymentMethod;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** What happens to payment methods in our books; the account is locked, so it happens one by one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class PaymentMethodSteps {
    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    @Inject
    PaymentMethodRepository methods;

    @Inject
    OpenPayments payments;

    @Inject
    Event<NewDefaultMethod> changes;

    @Inject
    InstantSource clock;

    /** Puts it on file, once for each that the gateway knows; the first one is the default. */
    public AddMethodResult record(AccountId id, MethodDetails details, boolean makeDefault) {
        BillingAccount account = accounts.lock(id).orElseThrow();
        Optional<PaymentMethod> known = methods.findByRef(id, details.ref());
        if (known.isPresent()) {
            return new AddMethodResult.Added(known.get());
        }
        if (!mayPay(account)) {
            return new AddMethodResult.Refused(MethodRefusal.ACCOUNT_CLOSED);
        }
        PaymentMethod method = new PaymentMethod(Ids.mint(Ids.PAYMENT_METHOD), id, details, clock.instant());
        methods.add(method);
        if (makeDefault || account.defaultMethod().isEmpty()) {
            payBy(account, method);
        }
        return new AddMethodResult.Added(method);
    }

    /** Whether a method may be added: also while an account is being deleted and has to pay its final invoice first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean mayPay(BillingAccount account) {
        return account.isOpen() || ledger.receivable(account.id()).isPositive();
    }

    public Optional<MethodRefusal> makeDefault(AccountId id, String methodId) {
        Optional<BillingAccount> account = accounts.lock(id);
        Optional<PaymentMethod> method = methods.find(id, methodId).filter(PaymentMethod::isOnFile);
        if (account.isEmpty() || method.isEmpty()) {
            return Optional.of(MethodRefusal.NO_SUCH_METHOD);
        }
        if (account.get().status() == AccountStatus.CLOSED) {
            return Optional.of(MethodRefusal.ACCOUNT_CLOSED);
        }
        if (!account.get().isDefaultMethod(methodId)) {
            payBy(account.get(), method.get());
        }
        return Optional.empty();
    }

    private void payBy(BillingAccount account, PaymentMethod method) {
        account.payBy(method.id());
        changes.fire(new NewDefaultMethod(account.id(), method.details().type()));
    }

    /**
     * Takes it off the file; the default and the last one stay, and so does one that a payment waits for: the gateway could not
     * finish that any more.
     */
    public Optional<MethodRefusal> remove(AccountId id, String methodId) {
        Optional<BillingAccount> account = accounts.lock(id);
        Optional<PaymentMethod> method = methods.find(id, methodId).filter(PaymentMethod::isOnFile);
        if (account.isEmpty() || method.isEmpty()) {
            return Optional.of(MethodRefusal.NO_SUCH_METHOD);
        }
        if (methods.onFile(id).size() == 1) {
            return Optional.of(MethodRefusal.LAST_PAYMENT_METHOD);
        }
        if (account.get().isDefaultMethod(methodId)) {
            return Optional.of(MethodRefusal.DEFAULT_PAYMENT_METHOD);
        }
        if (payments.useMethod(id, methodId)) {
            return Optional.of(MethodRefusal.PAYMENT_OPEN);
        }
        method.get().remove(clock.instant());
        return Optional.empty();
    }
}
