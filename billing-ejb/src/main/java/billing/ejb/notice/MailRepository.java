package billing.ejb.notice;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The outbox. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MailRepository {
    private static final String NOT_UNIQUE = "23505";
    private static final String INSERT =
            "INSERT INTO mail (id, account, kind, once_key, recipient, subject, body, button, link,"
                    + " created_at, due_at, attempts, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)";

    private static final String SENT =
            "SELECT id, account, kind, recipient, subject, body, button, link, sent_at FROM mail"
                    + " WHERE sent_at IS NOT NULL AND id < ?";

    /** After every id. */
    private static final String END = Ids.MAIL + "_" + "z".repeat(26);

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
            now,
            sent ? null : now,
            sent ? now : null
        };
        if (database.takesArrays()) {
            database.update(INSERT + " ON CONFLICT DO NOTHING", values);
        } else {
            unlessThere(values);
        }
    }

    /** Mails that were sent to anybody, newest first. */
    Page<SentMail> sent(@Nullable String after, int limit) {
        return page(limit, SENT + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY", before(after), limit + 1);
    }

    /** Mails that were sent to an address, newest first. */
    Page<SentMail> sentTo(String recipient, @Nullable String after, int limit) {
        return page(
                limit,
                SENT + " AND recipient = ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                before(after),
                recipient.toLowerCase(Locale.ROOT),
                limit + 1);
    }

    /** Mails that were sent about an account, newest first. */
    Page<SentMail> sentAbout(AccountId account, @Nullable String after, int limit) {
        return page(
                limit,
                SENT + " AND account = ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                before(after),
                account,
                limit + 1);
    }

    private Page<SentMail> page(int limit, String sql, @Nullable Object... values) {
        return Page.of(database.list(sql, MailRepository::sentMail, values), limit, SentMail::id);
    }

    private static String before(@Nullable String after) {
        return after == null ? END : after;
    }

    private static SentMail sentMail(ResultSet row) throws SQLException {
        return new SentMail(
                row.getString("id"),
                new AccountId(row.getLong("account")),
                row.getString("recipient"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("button"),
                row.getString("link"),
                Database.instant(row, "sent_at"));
    }

    /** On H2 a statement that fails undoes only itself. */
    private void unlessThere(@Nullable Object... values) {
        try {
            database.update(INSERT, values);
        } catch (DatabaseException e) {
            if (!(e.getCause() instanceof SQLException cause && NOT_UNIQUE.equals(cause.getSQLState()))) {
                throw e;
            }
        }
    }
}
