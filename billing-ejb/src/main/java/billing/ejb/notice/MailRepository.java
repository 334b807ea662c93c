package billing.ejb.notice;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MailRepository {
    private static final String INSERT =
            "INSERT INTO mail (id, account, kind, once_key, recipient, subject, body, button, link,"
                    + " footer, created_at, due_at, attempts, sent_at, forget) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)";
    private static final String LETTER = "SELECT id, account, kind, recipient, subject, body, button, link, footer,"
            + " created_at, due_at, attempts, sent_at FROM mail";
    private static final String SENT = LETTER + " WHERE sent_at IS NOT NULL AND id < ?";

    /** Sorts after every id. */
    private static final String NEWEST = Ids.MAIL + "_" + "z".repeat(27);

    @Inject
    Database database;

    /**
     * Writes a mail, or nothing if it is there already.
     *
     * @param sent whether it counts as sent
     */
    void add(AccountId account, Mail mail, String recipient, Letter letter, Instant now, boolean sent) {
        @Nullable
        Object[] values = {
            Ids.mint(Ids.MAIL),
            account,
            mail.kind(),
            mail.once(),
            recipient,
            letter.subject(),
            letter.body(),
            letter.button(),
            letter.link(),
            letter.footer(),
            now,
            sent ? null : now,
            sent ? now : null,
            mail.kind().isLast()
        };
        database.insertUnlessThere(INSERT, values);
    }

    /** When the next mail is to be tried. */
    Optional<Instant> nextDue() {
        return database.earliest("mail", "due_at");
    }

    /** Mails that are due, which several nodes may find. */
    List<DueMail> due(Instant now, int most) {
        return database.list(
                LETTER + " WHERE due_at <= ? ORDER BY due_at, id FETCH FIRST ? ROWS ONLY",
                MailRepository::dueMail,
                now,
                most);
    }

    /** Takes a mail until then, unless another node has it. */
    boolean take(DueMail mail, Instant until) {
        return database.update(
                        "UPDATE mail SET due_at = ?, attempts = ? WHERE id = ? AND attempts = ? AND due_at IS NOT NULL",
                        until,
                        mail.attempts(),
                        mail.id(),
                        mail.attempts() - 1)
                == 1;
    }

    /** Puts a mail back that was not tried after all. */
    void putBack(DueMail mail, Instant now) {
        database.update(
                "UPDATE mail SET due_at = ?, attempts = ? WHERE id = ? AND attempts = ? AND sent_at IS NULL",
                now,
                mail.attempts() - 1,
                mail.id(),
                mail.attempts());
    }

    void again(DueMail mail, Instant then, String failure) {
        database.update(
                "UPDATE mail SET due_at = ?, failure = ? WHERE id = ? AND attempts = ? AND sent_at IS NULL",
                then,
                failure,
                mail.id(),
                mail.attempts());
    }

    void sent(String id, Instant now) {
        database.update("UPDATE mail SET sent_at = ?, due_at = NULL, failure = NULL WHERE id = ?", now, id);
    }

    void giveUp(String id, Instant now, String failure) {
        database.update("UPDATE mail SET given_up_at = ?, due_at = NULL, failure = ? WHERE id = ?", now, failure, id);
    }

    /** Takes out what a mail said, and whom to if that is to be forgotten. */
    void blank(String id) {
        database.update("UPDATE mail SET body = '', button = NULL, link = NULL, footer = '' WHERE id = ?", id);
        database.update("UPDATE mail SET recipient = '', once_key = NULL WHERE id = ? AND forget = TRUE", id);
    }

    /**
     * Takes out of a mail that was given up what must not lie about: a link that opens a door, and everything if the address is
     * to be forgotten. The others may be sent again.
     */
    void blankLost(String id) {
        database.update(
                "UPDATE mail SET body = '', button = NULL, link = NULL, footer = '' WHERE id = ? AND kind = ?",
                id,
                MailKind.AUTHORIZATION_NEEDED);
        database.update(
                "UPDATE mail SET recipient = '', once_key = NULL, body = '', button = NULL, link = NULL, footer = ''"
                        + " WHERE id = ? AND forget = TRUE",
                id);
    }

    /** Lets a mail that was given up wait to be sent again; says whether there was one that still has its words. */
    boolean sendAgain(String id, Instant now) {
        return database.update(
                        "UPDATE mail SET due_at = ?, attempts = 0, given_up_at = NULL"
                                + " WHERE id = ? AND given_up_at IS NOT NULL AND body <> ''",
                        now,
                        id)
                == 1;
    }

    /** Forgets whom an account's mails went to; those that are still to go are forgotten when they are gone. */
    void forget(AccountId account) {
        database.update(
                "UPDATE mail SET recipient = '', once_key = NULL, body = '', button = NULL, link = NULL, footer = ''"
                        + " WHERE account = ? AND due_at IS NULL",
                account);
        database.update("UPDATE mail SET forget = TRUE WHERE account = ? AND due_at IS NOT NULL", account);
    }

    long waiting() {
        return count("SELECT COUNT(*) AS n FROM mail WHERE due_at IS NOT NULL");
    }

    long lost() {
        return count("SELECT COUNT(*) AS n FROM mail WHERE given_up_at IS NOT NULL");
    }

    private long count(String sql) {
        return database.one(sql, row -> row.getLong("n")).orElse(0L);
    }

    /** Mails that were given up, newest first. */
    Page<LostMail> lost(@Nullable String after, int limit) {
        List<LostMail> found = database.list(
                "SELECT id, account, kind, failure, given_up_at, body FROM mail WHERE given_up_at IS NOT NULL AND id < ?"
                        + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                row -> new LostMail(
                        row.getString("id"),
                        new AccountId(row.getLong("account")),
                        row.getString("kind"),
                        Objects.requireNonNullElse(row.getString("failure"), ""),
                        Database.instant(row, "given_up_at"),
                        !row.getString("body").isEmpty()),
                Objects.requireNonNullElse(after, NEWEST),
                limit + 1);
        return Page.of(found, limit, LostMail::id);
    }

    /** Mails that were sent to anybody, newest first. */
    Page<SentMail> sent(@Nullable String after, int limit) {
        return sentMails(limit, "", Objects.requireNonNullElse(after, NEWEST), limit + 1);
    }

    /** Mails that were sent to an address, newest first. */
    Page<SentMail> sentTo(String recipient, @Nullable String after, int limit) {
        return sentMails(
                limit,
                " AND recipient = ?",
                Objects.requireNonNullElse(after, NEWEST),
                recipient.toLowerCase(Locale.ROOT),
                limit + 1);
    }

    /** Mails that were sent about an account, newest first. */
    Page<SentMail> sentAbout(AccountId account, @Nullable String after, int limit) {
        return sentMails(limit, " AND account = ?", Objects.requireNonNullElse(after, NEWEST), account, limit + 1);
    }

    private Page<SentMail> sentMails(int limit, String filter, Object... values) {
        String sql = SENT + filter + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY";
        return Page.of(database.list(sql, MailRepository::sentMail, values), limit, SentMail::id);
    }

    private static SentMail sentMail(ResultSet row) throws SQLException {
        return new SentMail(
                row.getString("id"),
                new AccountId(row.getLong("account")),
                row.getString("recipient"),
                row.getString("kind"),
                row.getString("subject"),
                letter(row).text(),
                row.getString("link"),
                Database.instant(row, "sent_at"));
    }

    private static DueMail dueMail(ResultSet row) throws SQLException {
        return new DueMail(
                row.getString("id"),
                row.getString("recipient"),
                letter(row),
                Database.instant(row, "created_at"),
                row.getInt("attempts") + 1);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("subject"),
                row.getString("body"),
                row.getString("button"),
                row.getString("link"),
                row.getString("footer"));
    }
}
