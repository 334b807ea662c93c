package billing.web.usage;

import billing.domain.ledger.EntryKind;
import billing.domain.money.Money;

/**
 * A line between opening and closing.
 *
 * @param kind the entries that it sums up
 * @param entries how many those are; 0 for a product's line, which is a part of all usage entries
 */
public record StatementLine(String name, EntryKind kind, Money effect, long entries) {}
