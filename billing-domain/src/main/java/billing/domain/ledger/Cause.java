package billing.domain.ledger;

import java.time.YearMonth;

/**
 * The thing that an entry was made for. An account's books hold one entry of a kind for one cause, however often it is
 * posted: that is the last line of defence against counting twice.
 */
public record Cause(CauseType type, String id) {
    public static Cause purchase(String id) {
        return new Cause(CauseType.PURCHASE, id);
    }

    /** The closing of a month. */
    public static Cause invoice(YearMonth month) {
        return new Cause(CauseType.INVOICE, month.toString());
    }

    public static Cause refund(String id) {
        return new Cause(CauseType.REFUND, id);
    }

    public static Cause grant(String id) {
        return new Cause(CauseType.GRANT, id);
    }

    /**
     * A dispute.
     *
     * @param posting how many entries it has so far: a bank may ask for more, or change its mind
     */
    public static Cause dispute(String id, int posting) {
        return new Cause(CauseType.DISPUTE, posting == 0 ? id : id + "/" + posting);
    }

    /** An account's usage batch, by its number. */
    public static Cause usageBatch(long batch) {
        return new Cause(CauseType.USAGE_BATCH, "bat_" + batch);
    }
}
