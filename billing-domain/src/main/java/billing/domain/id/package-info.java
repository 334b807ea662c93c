/**
 * The ids of things, and pages of things by id.
 *
 * <p>Decided here: the caller mints an id, so that a second press of a button and a repeated request name the same
 * thing. An account's id is a number in the tables, because millions of usage rows carry it, and a prefixed text
 * everywhere else; all other ids are prefixed texts, so that a support question tells what it is about.
 */
@NullMarked
package billing.domain.id;

import org.jspecify.annotations.NullMarked;
