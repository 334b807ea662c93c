package billing.web.recharge;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.ejb.recharge.BalanceAlertService;
import billing.ejb.runtime.Configuration;
import billing.web.api.ApiCaller;
import billing.web.api.Fields;
import billing.web.api.Json;
import billing.web.api.JsonBody;
import billing.web.api.Values;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The balances below which an account's people are mailed. */
@Path("/accounts/{account}/balance-alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BalanceAlertResource {
    private static final String THRESHOLDS = "thresholds";

    @Inject
    BalanceAlertService alerts;

    @Inject
    Configuration configuration;

    @Inject
    ApiCaller caller;

    @GET
    public JsonObject get(@PathParam("account") String id) {
        return json(alerts.thresholds(caller.accountId(id)));
    }

    /** Replaces all of them; an empty list is none. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject put(@PathParam("account") String id, @Nullable JsonBody body) {
        AccountId account = caller.accountId(id);
        return json(alerts.set(account, read(body, configuration.maxPurchase())));
    }

    static Set<Money> read(@Nullable JsonBody body, Money most) {
        Fields fields = Fields.of(body);
        List<Money> given = fields.strings(THRESHOLDS, Values::positiveMoney);
        Set<Money> thresholds = new HashSet<>(given);
        if (given.stream().anyMatch(amount -> amount.isMoreThan(most))) {
            fields.refuse(THRESHOLDS, "money.most", most);
        }
        if (!given.stream().allMatch(Money::isWholeCents)) {
            fields.refuse(THRESHOLDS, "recharge.rule.WHOLE_CENTS");
        }
        if (given.size() > BalanceAlertService.MOST) {
            fields.refuse(THRESHOLDS, "alerts.most", BalanceAlertService.MOST);
        }
        if (thresholds.size() < given.size()) {
            fields.refuse(THRESHOLDS, "alerts.twice");
        }
        fields.check();
        return thresholds;
    }

    private static JsonObject json(List<Money> thresholds) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        thresholds.forEach(threshold -> array.add(threshold.toString()));
        return Json.createObjectBuilder().add(THRESHOLDS, array).build();
    }
}
