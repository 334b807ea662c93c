package billing.web.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;

/** How the API writes accounts. */
final class AccountJson {
    private AccountJson() {}

    static JsonObject of(BillingAccount account) {
        return Json.createObjectBuilder()
                .add("id", account.id().toString())
                .add("name", account.name())
                .add("email", account.email())
                .add("currency", account.currency())
                .add("status", account.status().name())
                .add("terms", of(account.terms()))
                .add("createdAt", account.createdAt().toString())
                .build();
    }

    static JsonObject of(BillingTerms terms) {
        return Json.createObjectBuilder()
                .add("type", terms.type().name())
                .add("tier", JsonList.orNull(terms.tier()))
                .add("limit", JsonList.orNull(terms.limit()))
                .add("netDays", JsonList.orNull(terms.netDays()))
                .add("plan", JsonList.orNull(terms.plan()))
                .add("endsAt", JsonList.orNull(terms.endsAt()))
                .build();
    }
}
