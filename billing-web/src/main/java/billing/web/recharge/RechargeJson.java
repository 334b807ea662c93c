package billing.web.recharge;

import billing.domain.recharge.Outlook;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.Replay;
import billing.ejb.recharge.Agreement;
import billing.ejb.recharge.RechargePreview;
import billing.ejb.recharge.RechargeState;
import billing.web.api.Json;
import billing.web.api.JsonList;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** How the API writes auto-recharge. */
final class RechargeJson {
    private RechargeJson() {}

    static JsonObject of(RechargeState state) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("enabled", state.enabled());
        settings(json, state.settings());
        json.add("status", state.status().name());
        put(json, "disabledReason", state.enabled() ? null : state.offReason());
        put(json, "nextAttemptAt", state.nextAttemptAt());
        put(json, "openPurchase", state.openPurchase());
        return json.add("failures", state.failures())
                .add("monthCount", state.monthCount())
                .add("monthAmount", state.monthAmount().toString())
                .add("agreement", state.agreement())
                .build();
    }

    private static void settings(JsonObjectBuilder json, RechargeSettings settings) {
        boolean target = settings.mode() == RechargeMode.TARGET;
        json.add("mode", settings.mode().name())
                .add("threshold", settings.threshold().toString());
        put(json, target ? "target" : "amount", target ? settings.target() : settings.amount());
        json.add("monthlyAmountCap", settings.monthlyAmountCap().toString())
                .add("monthlyCountCap", settings.monthlyCountCap());
    }

    private static void put(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    static JsonObject of(RechargePreview preview) {
        Outlook now = preview.now();
        Replay replay = preview.replay();
        JsonObjectBuilder json = Json.createObjectBuilder();
        put(json, "nextAttemptAt", now.restsUntil());
        return json.add("purchases", now.purchases())
                .add("total", now.total().toString())
                .add("capped", now.capped())
                .add("waiting", now.waiting())
                .add(
                        "replay",
                        Json.createObjectBuilder()
                                .add("days", preview.replayDays())
                                .add("recharges", replay.recharges())
                                .add("total", replay.total().toString())
                                .add("capped", replay.capped()))
                .add("agreement", preview.agreement())
                .build();
    }

    static JsonObject of(Agreement agreement) {
        return Json.createObjectBuilder()
                .add("number", agreement.number())
                .add("text", agreement.text())
                .add("actor", agreement.actor())
                .add("address", JsonList.orNull(agreement.address()))
                .add("agreedAt", agreement.agreedAt().toString())
                .build();
    }
}
