package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.InvoiceStatus;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invoices on their way to being paid, in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class CollectionRepository {
    @Inject
    Database database;

    /** A request to pay, and the payment that it was answered with. */
    record Request(String number, @Nullable String methodId, String purchaseId) {}

    /** The document with a number, locked until the transaction ends. */
    Optional<Collected> lock(String number) {
        return database.one(
                "SELECT * FROM invoice WHERE number = ? FOR UPDATE",
                row -> Collected.of(InvoiceRepository.invoice(row)),
                number);
    }

    Optional<AccountId> accountOf(String number) {
        return database.one(
                "SELECT account FROM invoice WHERE number = ?", row -> new AccountId(row.getLong("account")), number);
    }

    void save(Collected changed, @Nullable Instant paidAt) {
        database.update(
                "UPDATE invoice SET status = ?, tries = ?, suspends = ?, step_at = ?, kept = ?, paid_at = ? WHERE number = ?",
                changed.status(),
                changed.tries(),
                changed.suspends(),
                changed.stepAt(),
                changed.kept(),
                paidAt,
                changed.number());
    }

    void postpone(String number, Instant later) {
        database.update("UPDATE invoice SET step_at = ? WHERE number = ?", later, number);
    }

    /** Whether some invoice keeps the account from spending. */
    boolean anySuspends(AccountId account) {
        return database.one(
                        "SELECT 1 AS one FROM invoice WHERE account = ? AND suspends = TRUE FETCH FIRST ROW ONLY",
                        row -> true,
                        account)
                .isPresent();
    }

    Optional<Instant> nextStep() {
        return database.earliest("invoice", "step_at");
    }

    List<String> due(Instant now, int limit) {
        return database.list(
                "SELECT number FROM invoice WHERE step_at <= ? AND number IS NOT NULL ORDER BY step_at"
                        + " FETCH FIRST ? ROWS ONLY",
                row -> row.getString("number"),
                now,
                limit);
    }

    /** The open invoices of an account, oldest first. */
    List<String> open(AccountId account) {
        return database.list(
                "SELECT number FROM invoice WHERE account = ? AND status IN (?, ?) ORDER BY in_month",
                row -> row.getString("number"),
                account,
                InvoiceStatus.ISSUED,
                InvoiceStatus.PAST_DUE);
    }

    Optional<Request> request(String id) {
        return database.one(
                "SELECT invoice_number, method_id, purchase_id FROM invoice_pay_request WHERE id = ?",
                row -> new Request(
                        row.getString("invoice_number"), row.getString("method_id"), row.getString("purchase_id")),
                id);
    }

    void add(String id, Request request, Instant at) {
        database.update(
                "INSERT INTO invoice_pay_request (id, invoice_number, method_id, purchase_id, requested_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                id,
                request.number(),
                request.methodId(),
                request.purchaseId(),
                at);
    }
}
