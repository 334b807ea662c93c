/** The rules of billing, free of any server. */
@NullMarked
package billing.domain;

import org.jspecify.annotations.NullMarked;
