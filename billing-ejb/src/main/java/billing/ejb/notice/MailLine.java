package billing.ejb.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;

/** A connection to the mail server. */
final class MailLine implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MailLine.class.getName());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final Transport transport;
    private final InternetAddress from;
    private final String host;
    private final InstantSource clock;

    MailLine(Session session, String from, String host, InstantSource clock) throws MessagingException {
        this.session = session;
        this.from = named(from);
        this.host = host;
        this.clock = clock;
        transport = session.getTransport();
        transport.connect();
    }

    /** A name may have letters that only UTF-8 knows. */
    private static InternetAddress named(String from) throws MessagingException {
        InternetAddress address = new InternetAddress(from, true);
        try {
            address.setPersonal(address.getPersonal(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        return address;
    }

    void send(DueMail mail) throws MessagingException {
        MimeMessage message = message(mail);
        transport.sendMessage(message, message.getAllRecipients());
    }

    boolean isOpen() {
        return transport.isConnected();
    }

    private MimeMessage message(DueMail mail) throws MessagingException {
        String id = "<" + mail.id() + "@" + host + ">";
        MimeMessage message = new MimeMessage(session) {
            /** The same at each attempt, so that a mail that was accepted twice is recognised as one. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(oneLine(mail.letter().subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(parts(mail.letter()));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart parts(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(text);
        both.addBodyPart(html);
        return both;
    }

    /** A line break would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** What was accepted is accepted, however the goodbye goes. */
    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.log(Level.DEBUG, "the mail server ended the connection first", gone);
        }
    }
}
