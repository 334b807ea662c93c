/**
 * Accounts and their keys over REST; and for people: who is here, sign-up, login.
 *
 * <p>Decided here: a page's visitor is known by the session, a program by its key, and neither is ever known by the
 * other's means. The member is read from the database with each request, so that a role taken away is gone at once.
 * Operators log in by the same form and are let into their own pages only: no account is theirs, and for members there are
 * no operators' pages.
 */
@NullMarked
package billing.web.account;

import org.jspecify.annotations.NullMarked;
