package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.recharge.BalanceAlert;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The balances below which accounts want to be told. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class BalanceAlertRepository {
    /** What an account has that has not set any. */
    private static final List<Money> USUAL = List.of(Money.ZERO, Money.of("5.00"));

    @Inject
    Database database;

    List<BalanceAlert> find(AccountId account) {
        return database.list(
                "SELECT threshold, armed FROM balance_alert WHERE account = ? ORDER BY threshold DESC",
                row -> new BalanceAlert(Database.money(row, "threshold"), row.getBoolean("armed")),
                account);
    }

    /** The one at zero is always there, so an account without any has not set them yet. */
    List<BalanceAlert> findOrAdd(AccountId account) {
        List<BalanceAlert> found = find(account);
        if (!found.isEmpty()) {
            return found;
        }
        usual().forEach(alert -> add(account, alert));
        return usual();
    }

    /** To begin with none rings: what was bought first has to be there for a while. */
    static List<BalanceAlert> usual() {
        return USUAL.stream()
                .map(threshold -> new BalanceAlert(threshold, false))
                .toList();
    }

    void add(AccountId account, BalanceAlert alert) {
        database.update(
                "INSERT INTO balance_alert (account, threshold, armed) VALUES (?, ?, ?)",
                account,
                alert.threshold(),
                alert.armed());
    }

    void save(AccountId account, BalanceAlert alert) {
        database.update(
                "UPDATE balance_alert SET armed = ? WHERE account = ? AND threshold = ?",
                alert.armed(),
                account,
                alert.threshold());
    }

    void remove(AccountId account, Money threshold) {
        database.update("DELETE FROM balance_alert WHERE account = ? AND threshold = ?", account, threshold);
    }
}
