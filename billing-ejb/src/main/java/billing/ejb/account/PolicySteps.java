package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The transactions that tell of a change of policy, some accounts at a time. How far it has come is written with the mails, so
 * that it goes on from there whatever is killed, and no account is told twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class PolicySteps {
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    PolicyRepository policies;

    @Inject
    ContactService contacts;

    @Inject
    InstantSource clock;

    public void announce(NewPolicy policy) {
        policies.add(policy, now());
    }

    /**
     * Tells the next accounts. Another node that does the same waits until this is committed, and takes those after them.
     *
     * @return whether there may be more
     */
    public boolean tellSome(String id) {
        PolicyChange change = policies.lockOpen(id).orElse(null);
        if (change == null) {
            return false;
        }
        List<AccountId> next = policies.accountsAfter(change.last(), change.announcedAt(), AT_ONCE);
        next.forEach(account -> contacts.tell(account, mail(change.policy())));
        boolean more = next.size() == AT_ONCE;
        long last = next.isEmpty() ? change.last() : next.get(next.size() - 1).value();
        policies.told(id, next.size(), last, more ? null : now());
        return more;
    }

    private static Mail mail(NewPolicy policy) {
        return new Mail(
                MailKind.POLICY_CHANGE,
                List.of(policy.title(), policy.text(), policy.effectiveAt()),
                policy.link(),
                policy.id());
    }

    /** Something went wrong: not again at once. */
    public void postpone(String id) {
        policies.postpone(id, now().plus(PAUSE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
