/**
 * Prices and usage: over REST, and on the pages of owners and operators.
 */
@NullMarked
package billing.web.usage;

import org.jspecify.annotations.NullMarked;
