package billing.ejb.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.ejb.account.AccountService;
import billing.ejb.account.ContactService;
import billing.ejb.account.OpenAccount;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.Database;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending what is in the outbox, to a real mail server. */
@InEachHouse
class SendingTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    private final House house;

    SendingTest(House house) {
        this.house = house;
    }

    @AfterEach
    void lets_nothing_wait() {
        MailServer.isGone();
        house.tamper("UPDATE mail SET due_at = NULL");
    }

    private BillingAccount account(String name) {
        String email = Ids.mint("a") + "@example.com";
        return house.get(AccountService.class).open(new OpenAccount(name, email, BillingTerms.PREPAID));
    }

    private void tell(BillingAccount account, Mail mail) {
        house.inTransaction(() -> {
            house.get(ContactService.class).tell(account.id(), mail);
            return mail;
        });
    }

    private record Row(int attempts, Instant dueAt, Instant sentAt, Instant givenUpAt, String body, String recipient) {}

    private Row row(BillingAccount account) {
        return house.get(Database.class)
                .one(
                        "SELECT * FROM mail WHERE account = ?",
                        row -> new Row(
                                row.getInt("attempts"),
                                Database.instantOrNull(row, "due_at"),
                                Database.instantOrNull(row, "sent_at"),
                                Database.instantOrNull(row, "given_up_at"),
                                row.getString("body"),
                                row.getString("recipient")),
                        account.id())
                .orElseThrow();
    }

    @Test
    void a_mail_arrives_in_both_forms_with_every_letter_of_the_name() throws Exception {
        try (MailServer server = MailServer.open()) {
            BillingAccount account = account("Größe & <b>Söhne</b> 株式会社");
            assertNull(row(account).sentAt(), "it waits for the mail server");
            house.runsDueWork();
            MimeMessage mail = server.to(account.email()).get(0);
            assertEquals("Welcome: your billing account is open", mail.getSubject());
            assertEquals("Billing <billing@example.com>", mail.getFrom()[0].toString());
            assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
            assertTrue(mail.getMessageID().matches("<mai_\\w{26}@127\\.0\\.0\\.1>"), mail.getMessageID());
            assertTrue(Duration.between(mail.getSentDate().toInstant(), house.now())
                            .abs()
                            .compareTo(LONG)
                    < 0);
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertTrue(parts.getContentType().startsWith("multipart/alternative"));
            String text = (String) parts.getBodyPart(0).getContent();
            String html = (String) parts.getBodyPart(1).getContent();
            assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
            assertTrue(text.contains("“Größe & <b>Söhne</b> 株式会社”"), text);
            assertTrue(html.contains("“Größe &amp; &lt;b&gt;Söhne&lt;/b&gt; 株式会社”"), html);
            assertTrue(text.contains("/billing/settings/billing"), text);
            assertTrue(html.contains("<a href=\"http://127.0.0.1:8080/billing/settings/billing\""), html);
            assertTrue(row(account).sentAt() != null);
        }
    }

    @Test
    void billing_contacts_are_told_too_and_each_has_a_mail_of_its_own() throws Exception {
        try (MailServer server = MailServer.open()) {
            BillingAccount account = account("Acme");
            String contact = Ids.mint("c") + "@example.com";
            house.get(ContactService.class).add(account.id(), contact, "mem_owner");
            tell(
                    account,
                    new Mail(
                            MailKind.BALANCE_ZERO,
                            List.of(Money.ZERO, new Phrase("BALANCE_ZERO.stops", List.of())),
                            "/settings/add-credits",
                            null));
            house.runsDueWork();
            assertEquals(1, server.to(contact).size());
            assertEquals(2, server.to(account.email()).size());
            assertEquals(1, server.to(contact).get(0).getAllRecipients().length, "nobody sees who else is told");
        }
    }

    @Test
    void a_line_break_in_a_name_begins_no_header() throws Exception {
        try (MailServer server = MailServer.open()) {
            BillingAccount account = account("Acme\r\nBcc: evil@example.com\r\n\r\n");
            tell(
                    account,
                    new Mail(
                            MailKind.CARD_EXPIRING,
                            List.of(new MethodLabel("vi\r\nBcc: evil@example.com 4242"), YearMonth.of(2027, 2)),
                            null,
                            null));
            house.runsDueWork();
            List<MimeMessage> mails = server.to(account.email());
            assertEquals(2, mails.size());
            assertEquals(List.of(), server.to("evil@example.com"));
            for (MimeMessage mail : mails) {
                assertNull(mail.getHeader("Bcc"));
                assertFalse(mail.getSubject().contains("\n"), mail.getSubject());
            }
        }
    }

    @Test
    void what_the_mail_server_does_not_take_is_tried_again_later_and_arrives_once() throws Exception {
        MailServer.isAt(1);
        BillingAccount account = account("Acme");
        Instant start = house.now();
        house.runsDueWork();
        assertEquals(1, row(account).attempts());
        assertTrue(
                row(account).dueAt().isAfter(start.plusSeconds(55)),
                row(account).toString());
        house.wait(Duration.ofMinutes(7));
        assertEquals(3, row(account).attempts(), "after one and after five more minutes");
        try (MailServer server = MailServer.open()) {
            house.wait(Duration.ofMinutes(25));
            assertEquals(0, server.to(account.email()).size(), "not before its time");
            house.wait(Duration.ofMinutes(10));
            assertEquals(1, server.to(account.email()).size());
            house.wait(Duration.ofDays(4));
            assertEquals(1, server.to(account.email()).size());
        }
    }

    @Test
    void what_nobody_takes_for_three_days_is_given_up_and_shown() {
        MailServer.isAt(1);
        BillingAccount account = account("Acme");
        long lost = house.get(NoticeService.class).lost();
        house.wait(Duration.ofDays(3).minusMinutes(1));
        assertNull(row(account).givenUpAt());
        assertEquals(1, house.get(NoticeService.class).waiting());
        house.wait(Duration.ofMinutes(2));
        assertTrue(row(account).givenUpAt() != null, row(account).toString());
        assertEquals(9, row(account).attempts());
        assertEquals(lost + 1, house.get(NoticeService.class).lost());
        LostMail mail = house.get(NoticeService.class).lost(null, 1).items().get(0);
        assertEquals("WELCOME", mail.kind());
        assertFalse(mail.failure().contains("@"), mail.failure());
        assertEquals(0, house.get(NoticeService.class).waiting());
    }

    private BillingAccount whoseMailWasGivenUp() {
        MailServer.isAt(1);
        BillingAccount account = account("Acme");
        house.wait(Duration.ofDays(3).plusHours(1));
        assertTrue(row(account).givenUpAt() != null, row(account).toString());
        return account;
    }

    @Test
    void what_was_given_up_is_sent_again_when_an_operator_wishes() throws Exception {
        BillingAccount account = whoseMailWasGivenUp();
        NoticeService notices = house.get(NoticeService.class);
        LostMail lost = notices.lost(null, 1).items().get(0);
        assertTrue(lost.sendable());
        try (MailServer server = MailServer.open()) {
            assertTrue(notices.sendAgain(lost.id(), "opr_1"));
            assertFalse(notices.sendAgain(lost.id(), "opr_1"), "it waits already");
            house.runsDueWork();
            assertEquals(1, server.to(account.email()).size());
            assertFalse(notices.sendAgain(lost.id(), "opr_1"), "it is sent");
            assertNull(row(account).givenUpAt());
        }
    }

    @Test
    void what_is_sent_again_in_vain_is_tried_for_hours_and_given_up_again() {
        BillingAccount account = whoseMailWasGivenUp();
        NoticeService notices = house.get(NoticeService.class);
        notices.sendAgain(notices.lost(null, 1).items().get(0).id(), "opr_1");
        house.wait(Duration.ofHours(8));
        assertNull(row(account).givenUpAt());
        assertEquals(5, row(account).attempts());
        house.wait(Duration.ofHours(1));
        assertTrue(row(account).givenUpAt() != null);
    }

    @Test
    void production_gives_up_a_link_that_opens_a_door_for_good_and_keeps_the_rest() {
        BillingAccount account = whoseMailWasGivenUp();
        List<Object> facts = List.of(
                Money.of("25.00"),
                house.now(),
                new Phrase("AUTHORIZATION_NEEDED.recharge", List.of(Money.of("25.00"))));
        house.tamper("DELETE FROM mail WHERE account = ?", account.id());
        MailSteps steps = inProduction();
        for (Mail mail : List.of(
                new Mail(MailKind.AUTHORIZATION_NEEDED, facts, "/authorize/secret", null),
                new Mail(
                        MailKind.BALANCE_ZERO,
                        List.of(Money.ZERO, new Phrase("BALANCE_ZERO.stops", List.of())),
                        "/settings/add-credits",
                        null))) {
            tell(account, mail);
            house.tamper(
                    "UPDATE mail SET attempts = 8, created_at = ? WHERE account = ? AND given_up_at IS NULL",
                    house.now().minus(Duration.ofDays(4)),
                    account.id());
            steps.failed(steps.take(house.now(), 1).get(0), "no");
        }
        List<LostMail> lost = house.get(NoticeService.class).lost(null, 2).items();
        assertEquals(
                List.of("BALANCE_ZERO", "AUTHORIZATION_NEEDED"),
                lost.stream().map(LostMail::kind).toList());
        assertEquals(List.of(true, false), lost.stream().map(LostMail::sendable).toList());
        assertFalse(house.get(NoticeService.class).sendAgain(lost.get(1).id(), "opr_1"));
    }

    @Test
    void a_mail_server_that_says_nothing_stops_nobody_for_long() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MailServer.isAt(silent.getLocalPort());
            BillingAccount account = account("Acme");
            long start = System.nanoTime();
            house.runsDueWork();
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(LONG) < 0);
            assertEquals(1, row(account).attempts());
            assertTrue(row(account).dueAt().isAfter(house.now()));
        }
    }

    @Test
    void one_that_is_refused_does_not_keep_the_others() throws Exception {
        try (MailServer server = MailServer.open()) {
            BillingAccount account = account("Acme");
            BillingAccount bad = account("Acme");
            house.tamper("UPDATE mail SET recipient = 'no address' WHERE account = ?", bad.id());
            BillingAccount last = account("Acme");
            house.runsDueWork();
            assertEquals(1, server.to(account.email()).size());
            assertEquals(1, server.to(last.email()).size());
            assertNull(row(bad).sentAt());
            assertEquals(1, row(bad).attempts());
        }
    }

    @Test
    void two_nodes_send_a_mail_once() throws Exception {
        try (MailServer server = MailServer.open();
                House other = house.anotherNode()) {
            BillingAccount account = account("Acme");
            for (int i = 0; i < 120; i++) {
                tell(
                        account,
                        new Mail(
                                MailKind.BALANCE_ZERO,
                                List.of(Money.ofCents(-i), new Phrase("BALANCE_ZERO.stops", List.of())),
                                null,
                                null));
            }
            Together.each(4, i -> () -> {
                for (int round = 0; round < 5; round++) {
                    (i % 2 == 0 ? house : other).runsDueWork();
                }
                return i;
            });
            assertEquals(121, server.to(account.email()).size());
            assertEquals(
                    121,
                    server.to(account.email()).stream()
                            .map(SendingTest::id)
                            .distinct()
                            .count());
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_node_that_dies_while_sending_is_followed_by_another_under_the_same_name() throws Exception {
        try (MailServer server = MailServer.open()) {
            BillingAccount account = account("Acme");
            List<DueMail> taken = house.get(MailSteps.class).take(house.now(), 50);
            assertEquals(1, taken.size());
            house.runsDueWork();
            assertEquals(0, server.to(account.email()).size(), "somebody has it");
            house.wait(Duration.ofMinutes(11));
            MimeMessage mail = server.to(account.email()).get(0);
            assertTrue(mail.getMessageID().contains(taken.get(0).id()));
            assertEquals(2, row(account).attempts());
        }
    }

    @Test
    void production_keeps_no_link_and_the_sandbox_keeps_what_it_sent() throws Exception {
        try (MailServer server = MailServer.open()) {
            BillingAccount account = account("Acme");
            house.runsDueWork();
            assertTrue(row(account).body().contains("Nothing has been charged"));
            BillingAccount other = account("Acme");
            MailSteps steps = inProduction();
            DueMail mail = steps.take(house.now(), 1).get(0);
            steps.sent(mail);
            assertEquals("", row(other).body());
            assertEquals(other.email(), row(other).recipient());
            assertTrue(row(other).sentAt() != null);
        }
    }

    private MailSteps inProduction() {
        MailSteps steps = new MailSteps();
        steps.outbox = house.get(MailRepository.class);
        steps.clock = house::now;
        steps.configuration = new Configuration() {
            @Override
            public boolean sandbox() {
                return false;
            }
        };
        return steps;
    }
}
