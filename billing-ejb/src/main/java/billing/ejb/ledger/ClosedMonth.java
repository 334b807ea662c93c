package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import java.time.YearMonth;

/**
 * What closing an account's month found.
 *
 * @param postpaid whether what usage takes below zero is invoiced
 * @param lastSeq the month's last entry, 0 if there is none yet
 * @param endSeq the last of the entries that moved the debt
 * @param lastBatch the last usage batch up to the month's end
 * @param closing the balance at the month's end, before the debt moved
 * @param amountDue what moved to the invoice, whole cents
 * @param rounding what the balance gained, or lost, so that whole cents are due
 */
public record ClosedMonth(
        AccountId account,
        YearMonth month,
        boolean postpaid,
        long lastSeq,
        long endSeq,
        long lastBatch,
        Money closing,
        Money amountDue,
        Money rounding) {}
