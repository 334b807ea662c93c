package billing.ejb.recharge;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.ejb.purchase.PurchaseService;
import java.util.Comparator;
import java.util.List;

/** A customer with auto-recharge, in the words of the tests. */
final class Recharger {
    private static final int ALL = 500;

    private final House house;
    private final Customer customer;

    Recharger(House house, Customer customer) {
        this.house = house;
        this.customer = customer;
    }

    static Recharger with(House house, String token) {
        return new Recharger(house, house.customerWith(token));
    }

    Customer customer() {
        return customer;
    }

    AccountId id() {
        return customer.id();
    }

    static RechargeSettings target(String threshold, String target) {
        return new RechargeSettings(
                RechargeMode.TARGET,
                Money.of(threshold),
                Money.of(target),
                null,
                RechargeSettings.USUAL_AMOUNT_CAP,
                RechargeSettings.USUAL_COUNT_CAP);
    }

    static RechargeSettings increment(String threshold, String amount) {
        return new RechargeSettings(
                RechargeMode.INCREMENT,
                Money.of(threshold),
                null,
                Money.of(amount),
                RechargeSettings.USUAL_AMOUNT_CAP,
                RechargeSettings.USUAL_COUNT_CAP);
    }

    static RechargeSettings capped(RechargeSettings settings, String amount, int count) {
        return new RechargeSettings(
                settings.mode(), settings.threshold(), settings.target(), settings.amount(), Money.of(amount), count);
    }

    RechargeResult triesToSave(RechargeSettings settings) {
        return service().save(new SaveRecharge(id(), settings, "mem_owner", "203.0.113.7"));
    }

    /** Agrees to settings; fails if they are not taken. */
    Recharger agreesTo(RechargeSettings settings) {
        RechargeResult result = triesToSave(settings);
        if (!(result instanceof RechargeResult.Saved)) {
            throw new AssertionError("not saved: " + result);
        }
        return this;
    }

    RechargeService service() {
        return house.get(RechargeService.class);
    }

    RechargeState state() {
        return service().get(id());
    }

    /** Whoever runs due work charges what was placed. */
    Recharger isCharged() {
        house.runsDueWork();
        house.noticesHaveArrived();
        return this;
    }

    /** Spends, and what that asks for is charged. */
    Recharger spends(String amount) {
        customer.spends(amount);
        return isCharged();
    }

    /** The recharges, newest first. */
    List<CreditPurchase> recharges() {
        return house.get(PurchaseService.class).list(id(), null, ALL).items().stream()
                .filter(CreditPurchase::isRecharge)
                .toList();
    }

    /** Their amounts and what became of them, oldest first. */
    List<String> story() {
        return recharges().stream()
                .sorted(Comparator.comparing(CreditPurchase::createdAt).thenComparing(CreditPurchase::id))
                .map(purchase -> purchase.amount() + " " + purchase.status())
                .toList();
    }

    /** The kinds of the mails that were sent about recharges, oldest first. */
    List<String> mails() {
        List<SentMail> sent =
                house.get(NoticeService.class).sentAbout(id(), null, ALL).items();
        return sent.stream()
                .sorted(Comparator.comparing(SentMail::sentAt))
                .map(mail -> mail.kind())
                .filter(kind -> !kind.equals("RECEIPT") && !kind.equals("WELCOME"))
                .toList();
    }

    /** The newest mail of a kind. */
    SentMail mail(String kind) {
        return house.get(NoticeService.class).sentAbout(id(), null, ALL).items().stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
