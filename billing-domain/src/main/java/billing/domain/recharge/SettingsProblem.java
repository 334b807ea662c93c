package billing.domain.recharge;

import java.util.List;

/**
 * What is wrong with one field of the settings.
 *
 * @param field its name in the API
 * @param values what the rule's text names: amounts of money and numbers that would be right
 */
public record SettingsProblem(String field, SettingsRule rule, List<Object> values) {
    static SettingsProblem of(String field, SettingsRule rule, Object... values) {
        return new SettingsProblem(field, rule, List.of(values));
    }
}
