package billing.ejb.usage;

import java.util.List;

/**
 * What became of a batch of events. Everything accepted is committed.
 *
 * @param accepted recorded now
 * @param duplicates recorded before, with the same content: nothing changed
 * @param conflicts ids that were recorded before with other content: nothing changed
 */
public record UsageReceipt(int accepted, int duplicates, List<String> conflicts, List<Rejection> rejected) {}
