package billing.ejb.notice;

import java.util.List;

/**
 * Words from the bundle {@code mails} as a fact of a mail.
 *
 * @param key where they are in the bundle
 * @param facts what fills in their {0}, {1} and so on
 */
public record Phrase(String key, List<Object> facts) {}
