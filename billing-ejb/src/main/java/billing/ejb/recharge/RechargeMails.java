package billing.ejb.recharge;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.domain.purchase.CreditPurchase;
import billing.domain.recharge.AutoRecharge;
import billing.domain.recharge.MonthSoFar;
import billing.domain.recharge.OffReason;
import billing.ejb.account.AccountService;
import billing.ejb.account.ContactService;
import billing.ejb.account.TermsPhrases;
import billing.ejb.ledger.LedgerService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What the owner is told about recharges, in the transaction in which it happens. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class RechargeMails {
    private static final String PANEL = "/settings/billing#recharge";

    @Inject
    ContactService contacts;

    @Inject
    AccountService accounts;

    @Inject
    LedgerService ledger;

    /** An account that is being deleted gets the money back instead. */
    void made(CreditPurchase purchase) {
        accounts.find(purchase.account()).filter(BillingAccount::isActive).ifPresent(account -> tellMade(purchase));
    }

    private void tellMade(CreditPurchase purchase) {
        Money available = ledger.balance(purchase.account()).available();
        List<Object> facts =
                List.of(purchase.amount(), available, purchase.agreement().orElseThrow());
        String receipt = "/purchases/" + purchase.id() + "/receipt";
        contacts.tell(purchase.account(), new Mail(MailKind.RECHARGE_MADE, facts, receipt, purchase.id()));
    }

    void declined(CreditPurchase purchase, DeclineCode code, Instant nextTry) {
        List<Object> facts = List.of(purchase.amount(), code, nextTry, whenUsedUp(purchase.account()));
        contacts.tell(purchase.account(), new Mail(MailKind.RECHARGE_DECLINED, facts, PANEL, purchase.id()));
    }

    void turnedOff(AutoRecharge auto, OffReason reason) {
        contacts.tell(
                auto.account(),
                new Mail(MailKind.RECHARGE_OFF, List.of(reason, whenUsedUp(auto.account())), PANEL, null));
    }

    /** Tells which of the two caps it is. */
    void capReached(AutoRecharge auto, Money amount, MonthSoFar month) {
        Object cap = month.count() < auto.settings().monthlyCountCap()
                ? auto.settings().monthlyAmountCap()
                : recharges(auto.settings().monthlyCountCap());
        contacts.tell(
                auto.account(),
                new Mail(MailKind.RECHARGE_CAP_REACHED, List.of(amount, cap, whenUsedUp(auto.account())), PANEL, null));
    }

    private Phrase whenUsedUp(AccountId account) {
        return TermsPhrases.whenUsedUp(
                accounts.find(account).map(BillingAccount::terms).orElse(BillingTerms.PREPAID));
    }

    private static Phrase recharges(int count) {
        return new Phrase("RECHARGE_CAP_REACHED." + (count == 1 ? "one" : "many"), List.of(count));
    }

    /** Only the registered address gets the link: whoever has it can approve. */
    void authorizationNeeded(CreditPurchase purchase, URI link, Instant until) {
        contacts.tellOwner(
                purchase.account(),
                new Mail(
                        MailKind.AUTHORIZATION_NEEDED,
                        List.of(purchase.amount(), until, purpose(purchase)),
                        link.toString(),
                        purchase.id()));
    }

    private static Phrase purpose(CreditPurchase purchase) {
        return purchase.invoiceNumber()
                .map(number -> new Phrase("AUTHORIZATION_NEEDED.invoice", List.of(number, purchase.amount())))
                .orElseGet(() -> new Phrase("AUTHORIZATION_NEEDED.recharge", List.of(purchase.amount())));
    }
}
