/** The services: each room's story in transactions. */
@NullMarked
package billing.ejb;

import org.jspecify.annotations.NullMarked;
