/**
 * What every room stands on: configuration, schema, clock, due work, and whether the installation can serve.
 * Any room may call this one; it calls none.
 */
@NullMarked
package billing.ejb.runtime;

import org.jspecify.annotations.NullMarked;
