package billing.web.purchase;

import billing.domain.id.Ids;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.purchase.PurchaseService;
import billing.web.api.Answers;
import billing.web.api.ApiCaller;
import billing.web.api.Problem;
import billing.web.api.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The purchases that the caller may see. */
@RequestScoped
public class VisiblePurchases {
    @Inject
    PurchaseService purchases;

    @Inject
    ApiCaller caller;

    @Inject
    Answers answers;

    /** A purchase as the API writes it. */
    JsonObject json(CreditPurchase purchase) {
        return PurchaseJson.of(purchase, answers.page("/purchases/" + purchase.id()));
    }

    CreditPurchase get(String id) {
        return Optional.of(id)
                .filter(text -> Ids.isId(Ids.PURCHASE, text))
                .flatMap(purchases::find)
                .filter(purchase -> caller.mayActOn(purchase.account()))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
    }
}
