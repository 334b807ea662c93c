package billing.ejb.recharge;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;
import billing.domain.money.Money;
import billing.domain.recharge.BalanceAlert;
import billing.ejb.account.AccountService;
import billing.ejb.account.ContactService;
import billing.ejb.account.TermsPhrases;
import billing.ejb.ledger.BalanceWatcher;
import billing.ejb.ledger.Watch;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the owner that the balance is low, once for each time that it gets so. Who falls through several thresholds at once
 * is told of the lowest.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class BalanceAlerts implements BalanceWatcher {
    @Inject
    BalanceAlertRepository alerts;

    @Inject
    AccountService accounts;

    @Inject
    ContactService contacts;

    @Override
    public Watch look(AccountId account, Balance balance) {
        Money available = balance.available();
        List<BalanceAlert> before = alerts.findOrAdd(account);
        before.stream()
                .filter(alert -> alert.rings(available))
                .min(Comparator.comparing(BalanceAlert::threshold))
                .ifPresent(alert -> tell(account, alert, available));
        List<BalanceAlert> after =
                before.stream().map(alert -> alert.after(available)).toList();
        after.stream().filter(alert -> !before.contains(alert)).forEach(alert -> alerts.save(account, alert));
        return after.stream().map(BalanceAlerts::watch).reduce(Watch.NONE, Watch::or);
    }

    private static Watch watch(BalanceAlert alert) {
        return alert.armed() ? Watch.below(alert.ringsBelow()) : Watch.from(alert.armsFrom());
    }

    private void tell(AccountId account, BalanceAlert alert, Money available) {
        BillingTerms terms = accounts.find(account).map(BillingAccount::terms).orElse(BillingTerms.PREPAID);
        MailKind kind = alert.isAtZero() ? MailKind.BALANCE_ZERO : MailKind.LOW_BALANCE;
        List<Object> facts = alert.isAtZero()
                ? List.of(available, TermsPhrases.usedUp(terms, available))
                : List.of(alert.threshold(), available, TermsPhrases.whenUsedUp(terms));
        contacts.tell(account, new Mail(kind, facts, "/settings/add-credits", null));
    }
}
