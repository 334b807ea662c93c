package billing.ejb.notice;

import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's mail session {@code mail/billing}. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MailTransport {
    /** The name under which a server offers its mail session, if it has one. */
    static final String NAME = "mail/billing";

    @Inject
    Configuration configuration;

    /** Whether mails stay here, to be looked at, and count as sent: in a sandbox whose server has no mail session. */
    boolean keepsMails() {
        return configuration.sandbox() && session().isEmpty();
    }

    /** By name and each time, so that a session that the server gets later is found. */
    @SuppressWarnings("BanJNDI") // the name is a constant
    Optional<Session> session() {
        try {
            return Optional.ofNullable(InitialContext.doLookup(NAME));
        } catch (NamingException none) {
            return Optional.empty();
        }
    }
}
