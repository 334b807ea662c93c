package billing.web.account;

import billing.domain.account.BillingTerms;
import billing.domain.account.ContractPlan;
import billing.domain.account.TermsType;
import billing.domain.money.Money;
import billing.web.api.Fields;
import billing.web.api.Values;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads terms: which fields belong to which type, and within which bounds. */
final class TermsReading {
    static final int OPEN_TIER = 5;
    static final int MAX_NET_DAYS = 120;
    static final int DEFAULT_NET_DAYS = 30;

    static final Money LARGEST_LIMIT = Money.of("1000000000.00");

    private final Fields fields;
    private final Instant now;

    private TermsReading(Fields fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    /** Terms as they are to be from now on: their end, if any, lies ahead. */
    static BillingTerms of(Fields fields, Instant now) {
        TermsReading reading = new TermsReading(fields, now);
        return switch (fields.choice("type", TermsType.class, TermsType.PREPAID)) {
            case PREPAID -> reading.prepaid();
            case BUILD -> reading.build();
            case CONTRACT -> reading.contract();
        };
    }

    private BillingTerms prepaid() {
        refuse("tier", "limit", "netDays", "plan", "endsAt");
        return BillingTerms.PREPAID;
    }

    private BillingTerms build() {
        int tier = fields.integer("tier", 1, OPEN_TIER);
        refuse("netDays", "plan", "endsAt");
        return new BillingTerms(TermsType.BUILD, tier, buildLimit(tier), null, null);
    }

    /** Operators set the limit of tier 5; that of the others is fixed, and may be said but not changed. */
    private Money buildLimit(int tier) {
        Optional<Money> limit = limit();
        if (tier == OPEN_TIER && !fields.has("limit")) {
            fields.refuse("limit", "field.required");
        }
        if (tier < OPEN_TIER && limit.isPresent() && !limit.get().equals(BillingTerms.BUILD_LIMIT)) {
            fields.refuse("limit", "terms.limit", BillingTerms.BUILD_LIMIT);
        }
        return limit.orElse(BillingTerms.BUILD_LIMIT);
    }

    /** Far from what can be counted, with all that an account may owe. */
    private Optional<Money> limit() {
        return fields.optionalAmount("limit", LARGEST_LIMIT);
    }

    private BillingTerms contract() {
        @Nullable Money limit = limit().orElse(null);
        int netDays = fields.optionalInteger("netDays", 0, MAX_NET_DAYS).orElse(DEFAULT_NET_DAYS);
        @Nullable
        ContractPlan plan = fields.string("plan", text -> Values.choice(text, ContractPlan.class))
                .orElse(null);
        refuse("tier");
        return new BillingTerms(TermsType.CONTRACT, null, limit, netDays, null, plan, end());
    }

    private @Nullable Instant end() {
        @Nullable Instant end = fields.optionalTime("endsAt").orElse(null);
        if (end != null && !end.isAfter(now)) {
            fields.refuse("endsAt", "time.past");
        }
        return end;
    }

    private void refuse(String... names) {
        for (String name : names) {
            if (fields.has(name)) {
                fields.refuse(name, "field.not-here");
            }
        }
    }
}
