package billing.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import billing.it.server.MailServer;
import billing.it.server.Server;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Who is mailed what: through the server's mail session to a real mail server where the run has one, and else kept here, as a
 * sandbox does that nobody gave a mail server.
 */
@OnServer
class MailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOBODYS = "con_00000000000000000000000000";

    private final Billing platform = Billing.asPlatform();
    private final String owner = "owner-" + UUID.randomUUID() + "@example.com";
    private final String books = "books-" + UUID.randomUUID() + "@example.com";

    private Customer opened(String name) {
        return new Customer(
                platform,
                platform.post("accounts", """
                        {"name":"%s","email":"%s"}\
                        """.formatted(name, owner)).json().getString("id"));
    }

    private static String contacts(Customer customer) {
        return "accounts/" + customer.id() + "/contacts";
    }

    private Answer adds(Customer customer, String email) {
        return platform.post(contacts(customer), "{\"email\":\"" + email + "\"}");
    }

    private List<JsonObject> mails(String to) {
        return platform.get("sandbox/mail?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** What was sent to an address by now, newest first; where a mail server has to be asked that takes a moment. */
    private List<JsonObject> mails(String to, int count) {
        if (Server.chosen().mailServer().isPresent()) {
            await(() -> mails(to).size() >= count);
        }
        List<JsonObject> all = mails(to);
        assertEquals(count, all.size(), all.toString());
        return all;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static List<String> kinds(List<JsonObject> mails) {
        return mails.stream().map(mail -> mail.getString("kind")).toList();
    }

    @Test
    void the_owner_and_each_billing_contact_get_the_receipt() {
        Customer customer = opened("Größe & Söhne");
        assertEquals(201, adds(customer, books.toUpperCase(Locale.ROOT)).status());
        customer.addsCard("pm_card_visa");
        JsonObject purchase = customer.addsCredits("25.00").purchase();
        assertEquals(List.of("RECEIPT", "WELCOME"), kinds(mails(owner, 2)));
        JsonObject receipt = mails(books, 1).get(0);
        assertEquals("RECEIPT", receipt.getString("kind"));
        assertEquals(books, receipt.getString("to"));
        assertEquals("Receipt: $25.00 of credits", receipt.getString("subject"));
        assertTrue(receipt.getString("text").contains("“Größe & Söhne”"), receipt.toString());
        assertTrue(
                receipt.getJsonArray("links")
                        .getString(0)
                        .endsWith("/purchases/" + purchase.getString("id") + "/receipt"),
                receipt.toString());
    }

    @Test
    void where_the_server_has_a_mail_session_what_is_sent_arrives_by_smtp_in_both_forms() throws Exception {
        MailServer server = Server.chosen().mailServer().orElse(null);
        assumeTrue(server != null, "mails are kept on this server");
        opened("Größe & Söhne");
        await(() -> !server.to(owner).isEmpty());
        List<MimeMessage> arrived = server.to(owner);
        assertEquals(1, arrived.size());
        MimeMessage mail = arrived.get(0);
        assertEquals("Welcome: your billing account is open", mail.getSubject());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertTrue(parts.getContentType().startsWith("multipart/alternative"), parts.getContentType());
        assertTrue(((String) parts.getBodyPart(0).getContent()).contains("“Größe & Söhne”"));
        assertTrue(((String) parts.getBodyPart(1).getContent()).contains("“Größe &amp; Söhne”"));
        assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
    }

    @Test
    void contacts_are_listed_and_removed() {
        Customer customer = opened("Acme");
        JsonObject added = adds(customer, books).json();
        List<JsonObject> all =
                platform.get(contacts(customer)).json().getJsonArray("items").getValuesAs(JsonObject.class);
        assertEquals(List.of(added), all);
        String contact = contacts(customer) + "/" + added.getString("id");
        assertEquals(204, platform.delete(contact).status());
        assertEquals(404, platform.delete(contact).status());
        assertEquals(404, platform.delete(contacts(customer) + "/" + NOBODYS).status());
        assertEquals(404, platform.delete(contacts(customer) + "/x").status());
        customer.addsCard("pm_card_visa");
        customer.addsCredits("25.00").purchase();
        mails(owner, 2);
        assertEquals(List.of(), mails(books), "who was removed is told nothing");
    }

    @Test
    void an_address_is_told_once_and_an_account_has_ten_contacts() {
        Customer customer = opened("Acme");
        assertEquals("CONTACT_EXISTS", adds(customer, owner).code());
        for (int i = 0; i < 10; i++) {
            assertEquals(201, adds(customer, i + books).status());
        }
        assertEquals("CONTACT_EXISTS", adds(customer, 0 + books).code());
        assertEquals("TOO_MANY_CONTACTS", adds(customer, books).code());
    }

    @Test
    void what_is_no_address_is_told_at_its_field_and_begins_no_header() {
        Customer customer = opened("Acme");
        Stream<String> junk = Stream.of(
                "\"\"",
                "\"books\"",
                "\"books@\"",
                "\"@example.com\"",
                "\"a@example.com,b@example.com\"",
                "\"a@example.com b@example.com\"",
                "\"Books <a@example.com>\"",
                "\"a@example.com\\r\\nBcc: evil@example.com\"",
                "\"a\\r\\nBcc: evil\"",
                "\"a@example.com\\u0000\"",
                "\"" + "a".repeat(250) + "@example.com\"",
                "null",
                "7",
                "[\"a@example.com\"]");
        assertAll(junk.<Executable>map(email -> () -> {
            Answer answer = platform.post(contacts(customer), "{\"email\":" + email + "}");
            assertEquals(400, answer.status(), email + " → " + answer.body());
            assertEquals(Set.of("email"), answer.fields(), email);
        }));
        Answer more = platform.post(contacts(customer), "{\"email\":\"" + books + "\",\"name\":\"Books\"}");
        assertEquals(Set.of("name"), more.fields());
        Answer name =
                platform.post("accounts", "{\"name\":\"Acme\\r\\nBcc: evil@example.com\",\"email\":\"" + books + "\"}");
        assertEquals(Set.of("name"), name.fields());
        assertEquals(List.of(), platform.get(contacts(customer)).json().getJsonArray("items"));
        assertEquals(List.of(), mails("evil@example.com"));
    }

    @Test
    void an_account_tells_whom_it_wants_and_no_other_account_does() {
        Customer own = opened("Own");
        Customer other = platform.newAccount("Other");
        Billing key = platform.as(platform.post("accounts/" + own.id() + "/api-keys", "{\"name\":\"own\"}")
                .json()
                .getString("key"));
        String body = "{\"email\":\"" + books + "\"}";
        assertEquals(201, key.post(contacts(own), body).status());
        String theirs = adds(other, books).json().getString("id");
        assertEquals(404, key.get(contacts(other)).status());
        assertEquals(404, key.post(contacts(other), body).status());
        assertEquals(404, key.delete(contacts(other) + "/" + theirs).status());
        assertEquals(404, key.delete(contacts(own) + "/" + theirs).status(), "not by way of the own account either");
        assertEquals(
                1, platform.get(contacts(other)).json().getJsonArray("items").size());
    }

    @Test
    void only_the_platform_reads_mails_and_asks_well() {
        Customer own = opened("Own");
        Billing key = platform.as(platform.post("accounts/" + own.id() + "/api-keys", "{\"name\":\"own\"}")
                .json()
                .getString("key"));
        assertEquals("FORBIDDEN", key.get("sandbox/mail?to=" + owner).code());
        assertEquals(Set.of("to"), platform.get("sandbox/mail?to=nobody").fields());
        assertEquals(Set.of("after"), platform.get("sandbox/mail?after=x").fields());
        mails(owner, 1);
        JsonObject page = platform.get("sandbox/mail?limit=1").json();
        assertEquals(1, page.getJsonArray("items").size());
        assertFalse(page.isNull("next"));
    }
}
