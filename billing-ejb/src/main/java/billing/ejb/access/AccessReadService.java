package billing.ejb.access;

import billing.domain.access.AccessDecision;
import billing.domain.access.BudgetState;
import billing.domain.id.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * May this account spend, asked thousands of times a second: no transaction, no EJB, no JPA, and one statement for all who
 * ask while the one before it is under way. Nothing that can change is kept, and each statement begins after the questions
 * that it answers: whoever asks after a commit sees it.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccessReadService {
    @Inject
    AccessReadRepository reads;

    @Inject
    BudgetRepository budgets;

    @Inject
    InstantSource clock;

    private final SharedRead<AccessQuestion, AccessAnswer> shared = new SharedRead<>(this::ask);

    /** Answers one question. */
    public AccessAnswer ask(AccessQuestion question) {
        return shared.ask(question);
    }

    /** Answers many questions by one read, or by two where budgets watch an account. */
    public Map<AccessQuestion, AccessAnswer> ask(Collection<AccessQuestion> questions) {
        AccessReadRepository.Rows rows = reads.read(questions);
        Map<AccountId, List<BudgetState>> states = states(rows);
        Map<AccessQuestion, AccessAnswer> answers = new HashMap<>();
        for (AccessQuestion question : questions) {
            boolean revoked = rows.revoked().contains(question.keyId());
            answers.put(question, new AccessAnswer(revoked, decision(question, rows, states)));
        }
        return answers;
    }

    private Map<AccountId, List<BudgetState>> states(AccessReadRepository.Rows rows) {
        Set<AccountId> watched = rows.accounts().entrySet().stream()
                .filter(row -> row.getValue().isWatched())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return watched.isEmpty() ? Map.of() : budgets.states(watched, clock.instant());
    }

    private static @Nullable AccessDecision decision(
            AccessQuestion question, AccessReadRepository.Rows rows, Map<AccountId, List<BudgetState>> states) {
        AccessReadRepository.Row row = rows.accounts().get(question.account());
        if (row == null) {
            return null;
        }
        return row.access()
                .unless(states.getOrDefault(question.account(), List.of()).stream()
                        .anyMatch(budget -> budget.refuses(question.labels())));
    }
}
