package billing.web.access;

import billing.domain.access.AccessDecision;
import billing.domain.access.AccessReason;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import billing.web.api.Json;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How the API writes a decision: by hand, because it is written thousands of times a second and no value needs quoting. */
@ApplicationScoped
public class AccessText {
    private static final int USUAL_LENGTH = 200;

    @Inject
    AccessLinks links;

    /** What stands before the amounts, and behind them, for each reason and what is overdue. */
    private final Map<AccessReason, String> before = new EnumMap<>(AccessReason.class);

    private final Map<AccessReason, Map<Overdue, String>> behind = new EnumMap<>(AccessReason.class);

    @PostConstruct
    void prepare() {
        for (AccessReason reason : AccessReason.values()) {
            before.put(
                    reason,
                    "{\"allowed\":" + (reason == AccessReason.OK) + ",\"reason\":\"" + reason + "\",\"available\":\"");
            behind.put(reason, behind(reason));
        }
    }

    private Map<Overdue, String> behind(AccessReason reason) {
        Map<Overdue, String> texts = new EnumMap<>(Overdue.class);
        for (Overdue overdue : Overdue.values()) {
            texts.put(
                    overdue,
                    links.fixUrl(reason.name(), overdue)
                            .map(url -> ",\"fixUrl\":" + Json.createValue(url) + "}")
                            .orElse("}"));
        }
        return texts;
    }

    String of(AccessDecision decision) {
        Money limit = decision.limit();
        StringBuilder json = new StringBuilder(USUAL_LENGTH)
                .append(before.get(decision.reason()))
                .append(decision.available())
                .append("\",\"limit\":");
        if (limit == null) {
            json.append("null");
        } else {
            json.append('"').append(limit).append('"');
        }
        return json.append(",\"epoch\":")
                .append(decision.epoch())
                .append(Objects.requireNonNull(behind.get(decision.reason())).get(decision.overdue()))
                .toString();
    }
}
