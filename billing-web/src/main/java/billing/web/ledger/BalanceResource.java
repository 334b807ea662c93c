package billing.web.ledger;

import billing.domain.account.BillingAccount;
import billing.domain.ledger.Balance;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.Owed;
import billing.web.api.ApiCaller;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an account has. */
@Path("/accounts/{account}/balance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BalanceResource {
    @Inject
    LedgerService ledger;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject get(@PathParam("account") String id) {
        BillingAccount account = caller.account(id);
        return json(ledger.balance(account.id()), ledger.owed(account.id()), account);
    }

    private static JsonObject json(Balance balance, Owed owed, BillingAccount account) {
        return Json.createObjectBuilder()
                .add("settled", balance.settled().toString())
                .add("held", balance.held().toString())
                .add("available", balance.available().toString())
                .add("purchased", balance.purchased().toString())
                .add("free", balance.free().toString())
                .add("frozen", owed.frozen().toString())
                .add("disputeDebt", owed.disputeDebt().toString())
                .add("receivable", owed.receivable().toString())
                .add("limit", JsonList.orNull(account.terms().spendingLimit()))
                .add("currency", account.currency())
                .add("epoch", balance.epoch())
                .build();
    }
}
