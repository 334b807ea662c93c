/** The mails: what was sent, in the sandbox where that is to be looked at, and what nobody would take. */
@NullMarked
package billing.web.notice;

import org.jspecify.annotations.NullMarked;
