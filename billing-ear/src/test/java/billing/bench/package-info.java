/**
 * The benchmark, {@code mvn -Pbench verify}: the product as a user starts it, on a durable PostgreSQL, under load from this
 * process; and beside it, in the same run, the least work that the same PostgreSQL can do to record usage correctly. Absolute
 * figures say something about a machine; the ratios of two sides that take turns say something about the product.
 */
@NullMarked
package billing.bench;

import org.jspecify.annotations.NullMarked;
