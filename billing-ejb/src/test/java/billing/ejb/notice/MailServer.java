package billing.ejb.notice;

import billing.ejb.house.House;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A real mail server, which the houses have as long as it is open. */
final class MailServer implements AutoCloseable {
    private static final int LONG_MILLIS = 10_000;

    private final GreenMail mails;

    private MailServer() {
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(LONG_MILLIS);
        mails = new GreenMail(smtp);
        mails.start();
    }

    static MailServer open() {
        MailServer server = new MailServer();
        House.mailsThrough(session(server.port()));
        return server;
    }

    /** From now on whatever listens on this port is taken for the mail server. */
    static void isAt(int port) {
        House.mailsThrough(session(port));
    }

    static void isGone() {
        House.mailsThrough(null);
    }

    int port() {
        return mails.getSmtp().getPort();
    }

    private static Session session(int port) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.timeout", "500");
        return Session.getInstance(properties);
    }

    /** What came for an address, oldest first. */
    List<MimeMessage> to(String address) {
        return Stream.of(mails.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        isGone();
        mails.stop();
    }
}
