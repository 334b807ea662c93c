package billing.ejb.usage;

import billing.domain.id.AccountId;

/** What an event is known by. */
record UsageKey(AccountId account, String eventId) {}
