/**
 * A person in front of the pages: a real browser, driven by page objects that speak of what one sees. Each test also
 * fails on anything that the content security policy had to stop, and on any error of a script.
 */
@NullMarked
package billing.it.browser;

import org.jspecify.annotations.NullMarked;
