/**
 * A credit purchase and its life cycle, and refunds of it.
 *
 * <p>Decided here: the state graph of {@link billing.domain.purchase.PurchaseStatus}. The gateway's success wins over a
 * failure of ours; nothing else leaves a final state.
 */
@NullMarked
package billing.domain.purchase;

import org.jspecify.annotations.NullMarked;
