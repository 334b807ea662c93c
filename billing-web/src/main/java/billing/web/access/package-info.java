/** May this account spend? */
@NullMarked
package billing.web.access;

import org.jspecify.annotations.NullMarked;
