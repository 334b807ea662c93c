/**
 * May this account spend? As an answer over REST, and as the Balance panel that explains it to the owner.
 */
@NullMarked
package billing.web.access;

import org.jspecify.annotations.NullMarked;
