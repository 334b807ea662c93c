package billing.ejb.notice;

import billing.domain.id.AccountId;
import java.time.Instant;

/**
 * A mail that nobody would take for days.
 *
 * @param kind a {@link MailKind}, as text
 * @param failure what was answered last, without addresses
 * @param sendable whether its words are still there, so that it can be sent again
 */
public record LostMail(
        String id, AccountId account, String kind, String failure, Instant givenUpAt, boolean sendable) {}
