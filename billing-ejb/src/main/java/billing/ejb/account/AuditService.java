package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when and why, with the authority of the platform. What is recorded where it happened is read there; only what
 * no other table says is noted here.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
@SuppressWarnings("NullAway.Init")
public class AuditService {
    @Inject
    AuditRepository audit;

    @Inject
    InstantSource clock;

    /** Notes what the caller's transaction does, or what the caller is about to do without one. */
    public void note(ActionKind kind, @Nullable AccountId account, String actor, String reason) {
        note(kind, account, actor, reason, "");
    }

    /** The same with what the kind tells besides. */
    public void note(ActionKind kind, @Nullable AccountId account, String actor, String reason, String detail) {
        audit.add(new OperatorAction(
                kind,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Ids.mint(Ids.ACTION),
                account,
                actor,
                reason,
                null,
                detail));
    }

    /**
     * A page of actions, newest first.
     *
     * @param account null for those about anybody and nobody
     * @param after the cursor that the page before ended with; one that is none begins it all
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<OperatorAction> list(@Nullable AccountId account, @Nullable String after, int limit) {
        return audit.list(account, AuditCursor.read(after), limit);
    }
}
