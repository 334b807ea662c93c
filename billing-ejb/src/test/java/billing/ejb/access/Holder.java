package billing.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.access.AccessReason;
import billing.domain.access.Hold;
import billing.domain.access.HoldTerms;
import billing.domain.access.OnExpiry;
import billing.domain.account.BillingTerms;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.domain.usage.UsageEvent;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.Meter;
import billing.ejb.usage.UsageReceipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer whose platform holds credits, in the words of the tests. */
final class Holder {
    static final Duration HOUR = Duration.ofHours(1);

    private final House house;
    private final Customer customer;
    private final Meter meter;

    private Holder(House house, Customer customer, Meter meter) {
        this.house = house;
        this.customer = customer;
        this.meter = meter;
    }

    /** A customer who has bought that much. */
    static Holder with(House house, String amount) {
        Customer customer = house.customerWith("pm_card_visa");
        customer.buys(amount);
        return new Holder(house, customer, Meter.of(house, Product.FINE_TUNING, "1", true));
    }

    /** A customer on these terms who has bought nothing. */
    static Holder on(House house, BillingTerms terms) {
        return new Holder(house, house.customerOn(terms), Meter.of(house, Product.FINE_TUNING, "1", true));
    }

    /** The same, served by another node. */
    Holder at(House other) {
        return new Holder(other, customer.at(other), meter.at(other));
    }

    Customer customer() {
        return customer;
    }

    AccountId id() {
        return customer.id();
    }

    HoldTerms terms(String amount) {
        return terms(amount, OnExpiry.RELEASE, Labels.NONE);
    }

    HoldTerms terms(String amount, OnExpiry onExpiry, Labels labels) {
        return new HoldTerms(customer.id(), Money.of(amount), Product.FINE_TUNING, "job-7", labels, HOUR, onExpiry);
    }

    HoldResult takes(HoldTerms terms, String id) {
        return house.get(HoldService.class).take(new TakeHold(id, terms, "key_platform"));
    }

    HoldResult triesToHold(String amount) {
        return takes(terms(amount), Ids.mint(Ids.HOLD));
    }

    Hold holds(String amount) {
        return accepted(triesToHold(amount));
    }

    Hold holds(HoldTerms terms) {
        return accepted(takes(terms, Ids.mint(Ids.HOLD)));
    }

    HoldResult settles(Hold hold, String total) {
        return settles(hold, total, Ids.mint("req"));
    }

    HoldResult settles(Hold hold, String total, String request) {
        return house.get(HoldService.class).settle(new SettleHold(hold.id(), Money.of(total), request, "key_platform"));
    }

    HoldResult releases(Hold hold) {
        return releases(hold, Ids.mint("req"));
    }

    HoldResult releases(Hold hold, String request) {
        return house.get(HoldService.class).release(hold.id(), request, "key_platform");
    }

    HoldResult prolongs(Hold hold, Duration lifetime) {
        return house.get(HoldService.class).extend(hold.id(), lifetime);
    }

    Hold now(Hold hold) {
        return house.get(HoldService.class).find(hold.id()).orElseThrow();
    }

    /** Work costs that much, and names the hold that it is paid from. */
    UsageReceipt uses(String cost, Hold hold) {
        return reports(cost, house.now(), hold.terms().labels(), hold.id());
    }

    /** Something costs that much. */
    UsageReceipt uses(String cost, Labels labels) {
        return reports(cost, house.now(), labels, null);
    }

    UsageReceipt reports(String cost, Instant at, Labels labels, @Nullable String holdId) {
        return meter.reports(
                new UsageEvent(Ids.mint("use"), customer.id(), meter.sku(), new BigDecimal(cost), at, labels, holdId));
    }

    AccessReason access() {
        return access(Labels.NONE);
    }

    AccessReason access(Labels labels) {
        return house.get(AccessService.class)
                .decide(customer.id(), labels)
                .orElseThrow()
                .reason();
    }

    /** What is held, and what is available besides. */
    void has(String held, String available) {
        assertEquals(
                held + " held, " + available + " available",
                customer.balance().held() + " held, " + customer.available() + " available");
    }

    void booksFit() {
        assertEquals(Set.of(), customer.findings());
    }

    static Hold accepted(HoldResult result) {
        if (result instanceof HoldResult.Accepted accepted) {
            return accepted.hold();
        }
        throw new AssertionError("not accepted: " + result);
    }

    static String denied(HoldResult result) {
        if (result instanceof HoldResult.Denied denied) {
            return denied.denial().reason();
        }
        throw new AssertionError("not denied: " + result);
    }

    static HoldRefusal refused(HoldResult result) {
        if (result instanceof HoldResult.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError("not refused: " + result);
    }
}
