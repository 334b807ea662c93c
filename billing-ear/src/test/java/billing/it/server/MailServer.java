package billing.it.server;

import billing.it.Property;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real mail server where the run's BILLING_MAIL_HOST and BILLING_MAIL_PORT say, which lets in only who knows its password. */
public final class MailServer {

    private @Nullable GreenMail running;

    void start() {
        int port = Integer.parseInt(Property.of("billing.mail.port"));
        running = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        running.setUser("billing@example.com", "billing", "only-for-the-tests");
        running.start();
    }

    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    /** What came for an address, oldest first. */
    public List<MimeMessage> to(String address) {
        return Stream.of(Objects.requireNonNull(running).getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
