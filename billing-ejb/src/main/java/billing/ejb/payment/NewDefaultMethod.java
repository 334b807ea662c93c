package billing.ejb.payment;

import billing.domain.id.AccountId;
import billing.domain.payment.MethodType;

/** Charges of an account go to another payment method from now on, told in the transaction that decides it. */
public record NewDefaultMethod(AccountId account, MethodType type) {}
