package billing.ejb.notice;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts mails into the outbox, in the transaction of their cause. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class NoticeService {
    private static final Logger LOG = System.getLogger(NoticeService.class.getName());

    @Inject
    MailRepository outbox;

    @Inject
    MailTexts texts;

    @Inject
    MailTransport transport;

    @Inject
    InstantSource clock;

    /**
     * Writes a mail to each of these addresses; one that was sent to it before is left out.
     *
     * @param about the account's name
     */
    public void write(AccountId account, String about, Collection<String> recipients, Mail mail) {
        Letter letter = texts.write(mail, about);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean kept = transport.keepsMails();
        new TreeSet<>(recipients).forEach(recipient -> outbox.add(account, mail, recipient, letter, now, kept));
    }

    /** Forgets whom an account's mails went to, and what they said. */
    public void forget(AccountId account) {
        outbox.forget(account);
    }

    /** How many mails wait to be sent. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long waiting() {
        return outbox.waiting();
    }

    /** How many mails nobody would take for days. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long lost() {
        return outbox.lost();
    }

    /** Mails that nobody would take for days, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<LostMail> lost(@Nullable String after, int limit) {
        return outbox.lost(after, limit);
    }

    /**
     * Lets a mail that was given up be sent again.
     *
     * @param actor who wants it
     * @return false if there is no such mail, or if its words are gone
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean sendAgain(String id, String actor) {
        boolean waits = outbox.sendAgain(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (waits) {
            LOG.log(Level.INFO, "BILL-0714 mail {0} is to be sent again, as {1} wishes", id, actor);
        }
        return waits;
    }

    /** Mails that were sent to anybody, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<SentMail> sent(@Nullable String after, int limit) {
        return outbox.sent(after, limit);
    }

    /** Mails that were sent to an address, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<SentMail> sentTo(String recipient, @Nullable String after, int limit) {
        return outbox.sentTo(recipient, after, limit);
    }

    /** Mails that were sent about an account, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<SentMail> sentAbout(AccountId account, @Nullable String after, int limit) {
        return outbox.sentAbout(account, after, limit);
    }
}
