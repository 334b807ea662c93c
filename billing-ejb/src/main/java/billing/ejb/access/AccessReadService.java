package billing.ejb.access;

import billing.domain.access.AccessDecision;
import billing.domain.access.BudgetState;
import billing.domain.id.AccountId;
import billing.ejb.access.AccessReadRepository.Question;
import billing.ejb.access.AccessReadRepository.Reads;
import billing.ejb.access.AccessReadRepository.Seen;
import billing.ejb.runtime.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * May this account spend, asked thousands of times a second: no transaction, no EJB, no JPA, and one statement for all who
 * ask while the one before it is under way. Nothing that can change is kept, and each statement begins after the questions
 * that it answers: whoever asks after a commit sees it. Only where budgets watch an account is there more to read.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccessReadService {
    @Inject
    AccessReadRepository reads;

    @Inject
    BudgetRepository budgets;

    @Inject
    Traffic traffic;

    @Inject
    InstantSource clock;

    private final SharedRead<Question, Seen> shared = new SharedRead<>(() -> reads.open());

    /** Answers one question. */
    public AccessAnswer ask(AccessQuestion question) {
        traffic.met();
        Seen seen = shared.ask(read(question));
        return answer(question, seen, seen.isWatched() ? states(Set.of(question.account())) : Map.of());
    }

    /** Answers many questions, which are of others than the asker's, by one read, or by two where there are budgets. */
    public Map<AccessQuestion, AccessAnswer> ask(Collection<AccessQuestion> questions) {
        traffic.met();
        Map<Question, Seen> seen = seen(questions);
        Set<AccountId> watched = new HashSet<>();
        seen.forEach((question, its) -> {
            if (its.isWatched()) {
                watched.add(question.account());
            }
        });
        Map<AccountId, List<BudgetState>> states = watched.isEmpty() ? Map.of() : states(watched);
        Map<AccessQuestion, AccessAnswer> answers = new HashMap<>();
        for (AccessQuestion question : questions) {
            Seen its = seen.get(read(question));
            if (its != null) {
                answers.put(question, answer(question, its, states));
            }
        }
        return answers;
    }

    private Map<Question, Seen> seen(Collection<AccessQuestion> questions) {
        Set<Question> distinct = new HashSet<>();
        questions.forEach(question -> distinct.add(read(question)));
        try (Reads open = reads.open()) {
            return open.read(distinct);
        }
    }

    private static Question read(AccessQuestion question) {
        return new Question(question.account(), question.keyId());
    }

    private Map<AccountId, List<BudgetState>> states(Set<AccountId> accounts) {
        return budgets.states(accounts, clock.instant());
    }

    private static AccessAnswer answer(AccessQuestion question, Seen seen, Map<AccountId, List<BudgetState>> states) {
        return new AccessAnswer(seen.isRevoked(), decision(question, seen.access(), states));
    }

    private static @Nullable AccessDecision decision(
            AccessQuestion question, @Nullable AccessDecision access, Map<AccountId, List<BudgetState>> states) {
        if (access == null || states.isEmpty()) {
            return access;
        }
        return access.unless(states.getOrDefault(question.account(), List.of()).stream()
                .anyMatch(budget -> budget.refuses(question.labels())));
    }
}
