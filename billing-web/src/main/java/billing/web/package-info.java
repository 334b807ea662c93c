/** Pages and REST; it calls services and nothing below them. */
@NullMarked
package billing.web;

import org.jspecify.annotations.NullMarked;
