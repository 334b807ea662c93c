/** What the shipped archives do, in the language of those who use them, whatever server they run on. */
@NullMarked
package billing.it;

import org.jspecify.annotations.NullMarked;
