package billing.web.access;

import billing.domain.access.HoldTerms;
import billing.domain.access.OnExpiry;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.Values;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of calls about holds. */
final class HoldReading {
    /** A slip of the keyboard above this would be expensive. */
    private static final Money MAX_AMOUNT = Money.of("10000000.00");

    private static final int MAX_REFERENCE = 200;
    private static final int MAX_LABEL = 100;
    private static final String AMOUNT = "amount";
    private static final String LIFETIME = "expiresInSeconds";

    private HoldReading() {}

    static HoldTerms terms(AccountId account, @Nullable JsonBody body) {
        Fields fields = Fields.of(body);
        Money amount = bounded(fields, fields.amount(AMOUNT));
        Product product = fields.choice("product", Product.class, Product.OTHER);
        String reference = fields.optionalText("reference", MAX_REFERENCE).orElse(null);
        Labels labels = fields.object("labels").map(HoldReading::labels).orElse(Labels.NONE);
        Duration lifetime = lifetime(fields).orElse(HoldTerms.USUAL_LIFETIME);
        OnExpiry onExpiry = fields.string("onExpiry", text -> Values.choice(text, OnExpiry.class))
                .orElse(OnExpiry.RELEASE);
        fields.check();
        return new HoldTerms(account, amount, product, reference, labels, lifetime, onExpiry);
    }

    private static Labels labels(Fields fields) {
        return new Labels(
                fields.optionalText("apiKey", MAX_LABEL).orElse(null),
                fields.optionalText("project", MAX_LABEL).orElse(null),
                fields.optionalText("model", MAX_LABEL).orElse(null));
    }

    /** The total cost: zero is one, too. */
    static Money total(@Nullable JsonBody body) {
        Fields fields = Fields.of(body);
        Money total = bounded(fields, fields.requiredString(AMOUNT, Values::money, Money.ZERO));
        fields.check();
        return total;
    }

    static Duration extension(@Nullable JsonBody body) {
        Fields fields = Fields.of(body);
        Optional<Duration> lifetime = lifetime(fields);
        if (!fields.has(LIFETIME)) {
            fields.refuse(LIFETIME, "field.required");
        }
        fields.check();
        return lifetime.orElseThrow();
    }

    private static Optional<Duration> lifetime(Fields fields) {
        return fields.optionalInteger(LIFETIME, (int) HoldTerms.SHORTEST_LIFETIME.toSeconds(), (int)
                        HoldTerms.LONGEST_LIFETIME.toSeconds())
                .map(Duration::ofSeconds);
    }

    private static Money bounded(Fields fields, Money amount) {
        if (amount.isMoreThan(MAX_AMOUNT)) {
            fields.refuse(AMOUNT, "money.most", MAX_AMOUNT);
        }
        return amount;
    }
}
