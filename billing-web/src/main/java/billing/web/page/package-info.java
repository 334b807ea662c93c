/**
 * What all pages share: the session, the filters in front of them, the words and the taglib's functions.
 *
 * <p>Decided here: a form carries a token of its session in addition to Faces' own view state, checked before Faces sees
 * the request. Pages need no script; the one script there is only makes them nicer. Nothing is built from the Host header.
 */
@NullMarked
package billing.web.page;

import org.jspecify.annotations.NullMarked;
