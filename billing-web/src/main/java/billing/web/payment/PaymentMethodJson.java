package billing.web.payment;

import billing.domain.account.BillingAccount;
import billing.domain.payment.MethodDetails;
import billing.domain.payment.PaymentMethod;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;

/** How the API writes payment methods. */
final class PaymentMethodJson {
    private PaymentMethodJson() {}

    static JsonObject of(PaymentMethod method, BillingAccount account) {
        MethodDetails details = method.details();
        return Json.createObjectBuilder()
                .add("id", method.id())
                .add("type", details.type().name())
                .add("brand", details.brand())
                .add("last4", details.last4())
                .add("expMonth", JsonList.orNull(details.expMonth()))
                .add("expYear", JsonList.orNull(details.expYear()))
                .add("funding", JsonList.orNull(details.funding()))
                .add("isDefault", account.isDefaultMethod(method.id()))
                .add("createdAt", method.createdAt().toString())
                .build();
    }
}
