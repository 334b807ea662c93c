package billing.ejb.invoice;

import billing.domain.invoice.MonthForecast;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.ejb.usage.UsageRow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The month that is running: {@code opening + bought + granted + other - usage} is the settled balance.
 *
 * @param other what refunds, expiry, disputes and the like changed, signed
 * @param usage what was recorded in the month
 * @param late the part of it that was used before the month
 * @param lines what was used in the month, by SKU, what cost most first
 * @param since from when on the forecast's pace is taken
 */
public record MonthSoFar(
        YearMonth month,
        Money opening,
        Money bought,
        Money granted,
        Money other,
        Money usage,
        Money late,
        Balance balance,
        List<UsageRow> lines,
        Instant since,
        MonthForecast forecast) {}
