package billing.ejb.usage;

import billing.domain.id.AccountId;
import billing.domain.ledger.Cause;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's usage as it gets into the books: a batch is its events and one entry. */
final class Tally {
    private final House house;
    private final AccountId account;
    private final List<Used> all = new ArrayList<>();
    private long batch;

    /** A piece of usage under one of the SKUs that are always there, 1 to 5. */
    record Used(int sku, String quantity, long nanos, Instant at, Instant recorded, Labels labels) {}

    Tally(House house, Customer customer) {
        this.house = house;
        this.account = customer.id();
    }

    static Labels labels(@Nullable String key, @Nullable String project, @Nullable String model) {
        return new Labels(key, project, model);
    }

    /** Records one piece now. */
    void uses(String amount, Instant at) {
        records(List.of(new Used(1, "1", Money.of(amount).nanos(), at, house.now(), Labels.NONE)));
    }

    /** Records a batch. */
    void records(List<Used> events) {
        house.inTransaction(() -> {
            house.get(LedgerService.class).lock(account);
            batch++;
            house.tamper("UPDATE ledger_balance SET batches = ? WHERE account = ?", batch, account);
            long sum = events.stream().mapToLong(Used::nanos).sum();
            if (sum > 0) {
                house.get(LedgerService.class)
                        .debit(new Transfer(
                                account,
                                EntryKind.USAGE,
                                Money.ofNanos(sum),
                                Cause.usageBatch(batch),
                                "key_platform",
                                events.get(0).recorded()));
            }
            events.forEach(this::insert);
            return null;
        });
    }

    private void insert(Used event) {
        all.add(event);
        house.get(Database.class)
                .update(
                        "INSERT INTO usage_event (account, event_id, batch, sku_id, quantity, amount, content,"
                                + " occurred_at, recorded_at, api_key, project, model)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
                        account,
                        "event-" + all.size(),
                        batch,
                        event.sku(),
                        new BigDecimal(event.quantity()),
                        event.nanos(),
                        event.at(),
                        event.recorded(),
                        event.labels().apiKey(),
                        event.labels().project(),
                        event.labels().model());
    }

    /** Everything that was recorded. */
    List<Used> all() {
        return all;
    }
}
