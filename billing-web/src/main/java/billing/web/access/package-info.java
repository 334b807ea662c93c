/**
 * May this account spend? As an answer over REST, and as the Balance panel that explains it to the owner. With the holds
 * that platforms take before costly work, and the budgets that owners set.
 */
@NullMarked
package billing.web.access;

import org.jspecify.annotations.NullMarked;
