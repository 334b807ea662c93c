package billing.web.recharge;

import billing.domain.money.Money;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.SettingsCheck;
import billing.domain.recharge.SettingsProblem;
import billing.web.api.Fields;
import billing.web.api.JsonBody;
import billing.web.api.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of auto-recharge. What it leaves out of the caps stays as it is.
 *
 * @param fields for what turns out to be wrong when the settings are looked at as a whole
 * @param settings read only if it is to be on
 */
record RechargeReading(Fields fields, boolean enabled, RechargeSettings settings) {
    /** What the answer of GET has besides: taken, so that it can be changed and sent back, and not looked at. */
    private static final List<String> TOLD = List.of(
            "status",
            "disabledReason",
            "nextAttemptAt",
            "openPurchase",
            "failures",
            "monthCount",
            "monthAmount",
            "agreement");

    /** What is to be saved. */
    static RechargeReading of(@Nullable JsonBody body, RechargeSettings now) {
        Fields fields = Fields.of(body);
        boolean enabled = fields.flag("enabled");
        if (!fields.has("enabled")) {
            fields.refuse("enabled", "field.required");
        }
        RechargeSettings settings = settings(fields, now, enabled);
        fields.check();
        return new RechargeReading(fields, enabled, settings);
    }

    /** What is to be looked at: the same, as if it were on. */
    static RechargeReading ofPreview(@Nullable JsonBody body, RechargeSettings now) {
        Fields fields = Fields.of(body);
        fields.flag("enabled");
        RechargeSettings settings = settings(fields, now, true);
        fields.check();
        return new RechargeReading(fields, true, settings);
    }

    private static RechargeSettings settings(Fields fields, RechargeSettings now, boolean needed) {
        TOLD.forEach(fields::has);
        RechargeMode mode = fields.string("mode", text -> Values.choice(text, RechargeMode.class))
                .orElseGet(() -> meant(fields));
        Money threshold = amount(fields, "threshold", needed, now.threshold());
        boolean target = mode == RechargeMode.TARGET;
        Money goal = amount(fields, "target", needed && target, now.target());
        Money amount = amount(fields, "amount", false, target ? now.amount() : RechargeSettings.USUAL_AMOUNT);
        return new RechargeSettings(
                mode,
                threshold == null ? Money.ZERO : threshold,
                target ? goal : now.target(),
                target ? now.amount() : amount,
                fields.optionalAmount("monthlyAmountCap", SettingsCheck.MOST_OF_A_MONTH)
                        .orElse(now.monthlyAmountCap()),
                fields.optionalInteger("monthlyCountCap", 1, SettingsCheck.MOST_IN_A_MONTH)
                        .orElse(now.monthlyCountCap()));
    }

    /** What is meant where the mode is left out. */
    private static RechargeMode meant(Fields fields) {
        return fields.has("amount") && !fields.has("target") ? RechargeMode.INCREMENT : RechargeMode.TARGET;
    }

    private static @Nullable Money amount(Fields fields, String name, boolean needed, @Nullable Money instead) {
        Money given = fields.optionalAmount(name, SettingsCheck.MOST_OF_A_MONTH).orElse(null);
        if (needed && !fields.has(name)) {
            fields.refuse(name, "field.required");
        }
        return given == null ? instead : given;
    }

    /** Refuses what is wrong with the settings, each at its field; nothing if nothing is. */
    void refuse(List<SettingsProblem> problems) {
        problems.forEach(problem -> fields.refuse(
                problem.field(),
                "recharge.rule." + problem.rule(),
                problem.values().toArray()));
        fields.check();
    }
}
