/** What the people and programs that run the installation ask: is it alive, is it ready. */
@NullMarked
package billing.web.runtime;

import org.jspecify.annotations.NullMarked;
