package billing.ejb.invoice;

import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceKind;
import billing.domain.money.Money;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.runtime.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents without a number, as closing leaves them, and their stamping at any time. */
final class Drafts {
    private final House house;

    Drafts(House house) {
        this.house = house;
        stampedAt(Instant.parse("2025-12-31T23:59:59Z"), Integer.MAX_VALUE);
    }

    /** What closing writes of an account that used something and has to pay some of it. */
    void write(
            Customer customer, YearMonth month, InvoiceKind kind, String used, String due, @Nullable Integer netDays) {
        Money usage = Money.of(used);
        Money amountDue = Money.of(due);
        house.get(Database.class)
                .update(
                        "INSERT INTO invoice (account, in_month, kind, status, first_seq, last_seq, end_seq, last_batch,"
                                + " opening, bought, granted, other, usage_cost, closing, amount_due, rounding, net_days,"
                                + " closed_at) VALUES (?, ?, ?, 'DRAFT', 0, 0, 0, 0, 0, ?, 0, 0, ?, ?, ?, 0, ?, ?)",
                        customer.id(),
                        InvoiceRepository.column(month),
                        kind,
                        usage.minus(amountDue),
                        usage,
                        amountDue.negated(),
                        amountDue,
                        netDays,
                        month.atEndOfMonth().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    void invoice(Customer customer, YearMonth month, String due) {
        write(customer, month, InvoiceKind.INVOICE, due, due, null);
    }

    /** Leaves the documents as they are, but for what would still happen to them. */
    void settle(Customer customer) {
        house.get(Database.class)
                .update(
                        "UPDATE invoice SET status = 'PAID', step_at = NULL, told = TRUE WHERE account = ? AND status = 'ISSUED'",
                        customer.id());
    }

    /** Stamps in a transaction of its own, by a clock of its own. */
    int stampedAt(Instant now, int most) {
        return house.inTransaction(() -> at(now).stamp(most));
    }

    /** The steps as they are, but in the caller's transaction and at a time of the test. */
    StampSteps at(Instant now) {
        StampSteps steps = new StampSteps();
        steps.stamps = house.get(StampRepository.class);
        steps.issuers = house.get(IssuerSource.class);
        steps.clock = InstantSource.fixed(now);
        return steps;
    }

    Optional<Invoice> of(Customer customer, YearMonth month) {
        return house.get(InvoiceService.class).list(customer.id(), null, 500).items().stream()
                .filter(invoice -> invoice.month().equals(month))
                .findFirst();
    }
}
