package billing.domain.access;

import billing.domain.usage.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Whose spending a budget is for: the whole account's where both are null, else that of what carries these labels.
 *
 * @param project null for all projects
 * @param apiKey null for all keys
 */
public record BudgetScope(
        @Nullable String project, @Nullable String apiKey) {
    /** Everything of the account. */
    public static final BudgetScope ACCOUNT = new BudgetScope(null, null);

    /** Whether something with these labels counts. */
    public boolean includes(Labels labels) {
        return (project == null || project.equals(labels.project()))
                && (apiKey == null || apiKey.equals(labels.apiKey()));
    }
}
