package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.CreditNote;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.money.Money;
import billing.domain.payment.DisputeStatus;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Credit notes in the database, and what they change of their invoices. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class CreditNoteRepository {
    private static final String ALL = "SELECT * FROM credit_note WHERE ";

    @Inject
    Database database;

    Optional<CreditNote> find(String number) {
        return database.one(ALL + "number = ?", CreditNoteRepository::note, number);
    }

    Optional<CreditNote> ofRequest(String id) {
        return database.one(ALL + "id = ?", CreditNoteRepository::note, id);
    }

    List<CreditNote> of(String invoice) {
        return database.list(ALL + "invoice = ? ORDER BY issued_at, number", CreditNoteRepository::note, invoice);
    }

    /** What no note has taken back of an invoice, whether notes lowered what was owed or came back as credits. */
    Money left(Invoice invoice) {
        return of(Objects.requireNonNull(invoice.number())).stream()
                .map(CreditNote::amount)
                .reduce(invoice.amountDue(), Money::minus);
    }

    void add(CreditNote note) {
        database.update(
                "INSERT INTO credit_note (number, id, account, invoice, amount, reason, actor, issuer, buyer,"
                        + " issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                note.number(),
                note.id(),
                note.account(),
                note.invoice(),
                note.amount(),
                note.reason(),
                note.actor(),
                note.issuer(),
                note.buyer(),
                note.issuedAt());
    }

    /** Whether a payment of an invoice is under way. */
    boolean isBeingPaid(String invoice) {
        return database.one("SELECT 1 AS n FROM credit_purchase WHERE open_invoice = ?", row -> true, invoice)
                .isPresent();
    }

    /** Whether a bank asks a payment of an invoice back and has not decided. */
    boolean isDisputed(String invoice) {
        return database.one(
                        "SELECT 1 AS n FROM credit_purchase WHERE invoice_number = ? AND dispute = ? FETCH FIRST ROW ONLY",
                        row -> true,
                        invoice,
                        DisputeStatus.OPEN)
                .isPresent();
    }

    void credit(String invoice, Money credited) {
        database.update("UPDATE invoice SET credited = ? WHERE number = ?", credited, invoice);
    }

    /** Nothing of an invoice is left to be paid. */
    void endOf(String invoice) {
        database.update(
                "UPDATE invoice SET status = ?, suspends = FALSE, step_at = NULL WHERE number = ?",
                InvoiceStatus.VOID,
                invoice);
    }

    private static CreditNote note(ResultSet row) throws SQLException {
        return new CreditNote(
                row.getString("number"),
                row.getString("id"),
                new AccountId(row.getLong("account")),
                row.getString("invoice"),
                Database.money(row, "amount"),
                row.getString("reason"),
                row.getString("actor"),
                row.getInt("issuer"),
                row.getInt("buyer"),
                Database.instant(row, "issued_at"));
    }
}
