package billing.ejb.notice;

import billing.ejb.runtime.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sends what waits in the outbox, outside any transaction, some of it in each round. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class UnsentMails implements DueWork {
    private static final Logger LOG = System.getLogger(UnsentMails.class.getName());
    private static final int AT_ONCE = 50;
    private static final long ROUND_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int LONGEST_FAILURE = 300;

    @Inject
    MailRepository outbox;

    @Inject
    MailSteps steps;

    @Inject
    MailTransport transport;

    @Override
    public Optional<Instant> nextDue() {
        return outbox.nextDue().filter(due -> transport.isThere());
    }

    @Override
    public void runDue(Instant now) {
        List<DueMail> mails = steps.take(now, AT_ONCE);
        if (mails.isEmpty()) {
            return;
        }
        try (MailLine line = transport.open()) {
            steps.putBack(mails.subList(send(line, mails), mails.size()));
        } catch (MessagingException e) {
            mails.forEach(mail -> failed(mail, e));
        }
    }

    /** Sends them one by one, and says how many were tried until the time or the connection was over. */
    private int send(MailLine line, List<DueMail> mails) {
        long start = System.nanoTime();
        int tried = 0;
        while (tried < mails.size() && line.isOpen() && System.nanoTime() - start < ROUND_NANOS) {
            send(line, mails.get(tried));
            tried++;
        }
        return tried;
    }

    private void send(MailLine line, DueMail mail) {
        try {
            line.send(mail);
        } catch (MessagingException | RuntimeException e) {
            failed(mail, e);
            return;
        }
        steps.sent(mail);
    }

    private void failed(DueMail mail, Exception e) {
        String failure = withoutAddresses(e);
        Optional<Instant> again = steps.failed(mail, failure);
        if (again.isPresent()) {
            LOG.log(Level.INFO, "BILL-0712 mail {0} waits until {1}: {2}", mail.id(), again.get(), failure);
        } else {
            LOG.log(Level.ERROR, "BILL-0713 mail {0} is given up: {1}", mail.id(), failure);
        }
    }

    /** Servers like to repeat the address that they refuse. */
    private static String withoutAddresses(Exception e) {
        String said = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
                .replaceAll("[^\\s<>]*@[^\\s<>]*", "…")
                .replaceAll("\\p{Cntrl}+", " ");
        return said.substring(0, Math.min(said.length(), LONGEST_FAILURE));
    }
}
