/**
 * May this account spend? As an answer over REST, and as the Balance panel that explains it to the owner. With the holds
 * that platforms take before costly work, and the budgets that owners set.
 *
 * <p>Decided here: access is answered by a filter, before JAX-RS and without an authentication of its own, because those cost
 * more than its statement. The filter only says yes and no; every refusal is left to the resource.
 */
@NullMarked
package billing.web.access;

import org.jspecify.annotations.NullMarked;
