package billing.ejb.notice;

import java.time.Instant;

/**
 * A mail that is to be sent now.
 *
 * @param attempts how often it has been tried, with this time
 */
record DueMail(String id, String to, Letter letter, Instant createdAt, int attempts) {}
