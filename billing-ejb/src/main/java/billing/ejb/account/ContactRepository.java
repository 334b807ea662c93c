package billing.ejb.account;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingContact;
import billing.domain.id.AccountId;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whom an account's mails go to, in the database. Plain SQL, because mails are written where JPA is not at hand. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class ContactRepository {
    @Inject
    Database database;

    /** An account's name and registered address. */
    record Registered(String name, String email) {}

    Optional<Registered> registered(AccountId account) {
        return database.one(
                "SELECT name, email FROM billing_account WHERE id = ? AND status <> ?",
                row -> new Registered(row.getString("name"), row.getString("email")),
                account,
                AccountStatus.CLOSED);
    }

    void insert(BillingContact contact, String actor) {
        database.update(
                "INSERT INTO billing_contact (id, account, email, added_by, created_at) VALUES (?, ?, ?, ?, ?)",
                contact.id(),
                contact.account(),
                contact.email(),
                actor,
                contact.createdAt());
    }

    boolean delete(AccountId account, String id) {
        return database.update("DELETE FROM billing_contact WHERE account = ? AND id = ?", account, id) == 1;
    }

    void deleteAll(AccountId account) {
        database.update("DELETE FROM billing_contact WHERE account = ?", account);
    }

    List<BillingContact> list(AccountId account) {
        return database.list(
                "SELECT id, email, created_at FROM billing_contact WHERE account = ? ORDER BY email",
                row -> new BillingContact(
                        row.getString("id"), account, row.getString("email"), Database.instant(row, "created_at")),
                account);
    }

    List<String> emails(AccountId account) {
        return database.list(
                "SELECT email FROM billing_contact WHERE account = ? ORDER BY email",
                row -> row.getString("email"),
                account);
    }
}
