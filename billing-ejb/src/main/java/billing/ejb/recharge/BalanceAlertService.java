package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.recharge.BalanceAlert;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The balances below which an owner wants a mail. They are always told when the credits are used up. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
@SuppressWarnings("NullAway.Init")
public class BalanceAlertService {
    /** How many an account may have. */
    public static final int MOST = 5;

    @Inject
    BalanceAlertRepository alerts;

    @Inject
    LedgerService ledger;

    /** The thresholds, highest first. */
    public List<Money> thresholds(AccountId account) {
        List<BalanceAlert> set = alerts.find(account);
        return (set.isEmpty() ? BalanceAlertRepository.usual() : set)
                .stream()
                        .filter(alert -> !alert.isAtZero())
                        .map(BalanceAlert::threshold)
                        .toList();
    }

    /** Sets the thresholds. One that stays keeps its state, so setting the same again rings nothing. */
    public List<Money> set(AccountId account, Set<Money> wanted) {
        Money available = ledger.lock(account).available();
        Set<Money> all = new HashSet<>(wanted);
        all.add(Money.ZERO);
        List<Money> before =
                alerts.findOrAdd(account).stream().map(BalanceAlert::threshold).toList();
        before.stream().filter(old -> !all.contains(old)).forEach(old -> alerts.remove(account, old));
        all.stream()
                .filter(added -> !before.contains(added))
                .forEach(added -> alerts.add(account, BalanceAlert.at(added, available)));
        ledger.watch(account);
        return thresholds(account);
    }
}
