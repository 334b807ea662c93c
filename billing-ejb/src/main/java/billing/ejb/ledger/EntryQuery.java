package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.EntryKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an account, newest first.
 *
 * @param from the first moment, null for the account's beginning
 * @param to the moment after the last, null for now
 * @param after the cursor of the page before, null for the first page
 */
public record EntryQuery(
        AccountId account,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable EntryKind kind,
        @Nullable String after,
        int limit) {}
