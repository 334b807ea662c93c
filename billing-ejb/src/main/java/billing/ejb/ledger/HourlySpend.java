package billing.ejb.ledger;

import billing.domain.money.Money;
import java.time.Instant;

/** What usage cost in the hour that begins at this time, UTC. */
public record HourlySpend(Instant at, Money amount) {}
