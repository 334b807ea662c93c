package billing.ejb.notice;

import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's mail session {@code mail/billing}. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MailTransport {
    /** The name under which a server offers its mail session, if it has one. */
    public static final String NAME = "mail/billing";

    private static final Logger LOG = System.getLogger(MailTransport.class.getName());
    private static final String PATIENCE_MILLIS = "10000";

    private final AtomicBoolean warned = new AtomicBoolean();

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** Whether mails stay here, to be looked at, and count as sent: in a sandbox whose server has no mail session. */
    boolean keepsMails() {
        return configuration.sandbox() && session().isEmpty();
    }

    /** Whether mails can be sent; says once why they can't. */
    boolean isThere() {
        boolean there = session().isPresent() && configuration.mailFrom().isPresent();
        if (!there && warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "BILL-0711 mails wait: sending them needs the server''s mail session {0} and BILLING_MAIL_FROM",
                    NAME);
        }
        return there;
    }

    /** A connection to the mail server, for one round of mails. */
    MailLine open() throws MessagingException {
        Session session = session().orElseThrow(() -> new MessagingException("the mail session " + NAME + " is gone"));
        String from = configuration.mailFrom().orElseThrow();
        return new MailLine(patient(session), from, configuration.publicUrl().getHost(), clock);
    }

    /** By name and each time, so that a session that the server gets later is found. */
    @SuppressWarnings("BanJNDI") // the name is a constant
    private Optional<Session> session() {
        try {
            return Optional.ofNullable(InitialContext.doLookup(NAME));
        } catch (NamingException none) {
            return Optional.empty();
        }
    }

    /** What whoever set up the session left open: to wait for ever, and to talk in the clear with who offers better. */
    private static Session patient(Session session) {
        Properties properties = session.getProperties();
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            properties.putIfAbsent(protocol + "connectiontimeout", PATIENCE_MILLIS);
            properties.putIfAbsent(protocol + "timeout", PATIENCE_MILLIS);
            properties.putIfAbsent(protocol + "writetimeout", PATIENCE_MILLIS);
        }
        properties.putIfAbsent("mail.smtp.starttls.enable", "true");
        return session;
    }
}
