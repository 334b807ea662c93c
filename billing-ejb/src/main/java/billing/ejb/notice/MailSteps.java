package billing.ejb.notice;

import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The transactions of sending mails. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class MailSteps {
    /** How long a node may take for what it took; after that another one takes it. */
    private static final Duration TURN = Duration.ofMinutes(10);

    /** How long after each attempt the next one comes, the last of them again and again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private static final Duration PATIENCE = Duration.ofDays(3);

    @Inject
    MailRepository outbox;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** Takes mails that are due: nobody else sends them meanwhile. */
    public List<DueMail> take(Instant now, int most) {
        Instant until = now.plus(TURN);
        return outbox.due(now, most).stream()
                .filter(mail -> outbox.take(mail, until))
                .toList();
    }

    /** Puts back what was taken and not tried. */
    public void putBack(List<DueMail> mails) {
        mails.forEach(mail -> outbox.putBack(mail, now()));
    }

    /** The mail server has accepted it. In production what it said is blanked: a link that opens a door must not lie about. */
    public void sent(DueMail mail) {
        outbox.sent(mail.id(), now());
        blank(mail);
    }

    /**
     * The mail server has not accepted it.
     *
     * @return when it is tried again, empty if it is given up
     */
    public Optional<Instant> failed(DueMail mail, String failure) {
        Instant now = now();
        Instant end = mail.createdAt().plus(PATIENCE);
        if (mail.attempts() >= PAUSES.size() && !now.isBefore(end)) {
            giveUp(mail, now, failure);
            return Optional.empty();
        }
        Instant next = now.plus(PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1));
        Instant then = next.isAfter(end) && end.isAfter(now) ? end : next;
        outbox.again(mail, then, failure);
        return Optional.of(then);
    }

    private void giveUp(DueMail mail, Instant now, String failure) {
        outbox.giveUp(mail.id(), now, failure);
        if (!configuration.sandbox()) {
            outbox.blankLost(mail.id());
        }
    }

    private void blank(DueMail mail) {
        if (!configuration.sandbox()) {
            outbox.blank(mail.id());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
