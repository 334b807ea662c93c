/** Stories of mail. */
@NullMarked
package billing.ejb.notice;

import org.jspecify.annotations.NullMarked;
