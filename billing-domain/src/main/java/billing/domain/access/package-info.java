/**
 * The one question of the hot path: may this account spend?
 */
@NullMarked
package billing.domain.access;

import org.jspecify.annotations.NullMarked;
