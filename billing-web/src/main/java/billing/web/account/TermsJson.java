package billing.web.account;

import billing.domain.account.BillingTerms;
import billing.ejb.account.TermsChange;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;

/** How the API writes limits, and changes of terms. */
final class TermsJson {
    private TermsJson() {}

    /** The limits of terms: the owner's, theirs, and the one that binds. */
    static JsonObject limits(BillingTerms terms) {
        return Json.createObjectBuilder()
                .add("limit", JsonList.orNull(terms.ownLimit()))
                .add("termsLimit", JsonList.orNull(terms.limit()))
                .add("spendingLimit", JsonList.orNull(terms.spendingLimit()))
                .build();
    }

    static JsonObject of(TermsChange change) {
        return Json.createObjectBuilder()
                .add("number", change.number())
                .add("at", change.changedAt().toString())
                .add("actor", change.actor())
                .add("reason", change.reason())
                .add("terms", AccountJson.of(change.terms()))
                .add("balanceLimit", JsonList.orNull(change.terms().ownLimit()))
                .build();
    }
}
