package billing.ejb.recharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.HoldTerms;
import billing.domain.access.OnExpiry;
import billing.domain.id.Ids;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.MethodType;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.domain.recharge.RechargeStatus;
import billing.domain.usage.Labels;
import billing.domain.usage.Product;
import billing.ejb.access.HoldResult;
import billing.ejb.access.HoldService;
import billing.ejb.access.SettleHold;
import billing.ejb.access.TakeHold;
import billing.ejb.house.House;
import billing.ejb.house.Meter;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.runtime.Database;
import billing.ejb.sandbox.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A year of one customer with auto-recharge: spends, holds, buys, changes cards and settings at random, while banks decline and
 * the gateway falters. After each step the promises are checked that must hold at any time, at its end those about the whole.
 */
final class RandomYear {
    private static final int COUNT_CAP = 9;
    private static final String AMOUNT_CAP = "400.00";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(32);
    private static final List<String> METHODS = List.of(
            "pm_card_visa",
            "pm_card_visa",
            "pm_card_mastercard",
            "pm_card_chargeCustomerFail",
            "pm_card_chargeDeclined_lost_card",
            "pm_card_authenticationRequired",
            "pm_usBankAccount_success");
    private static final List<Duration> PAUSES =
            List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(72));

    private final House house;
    private final Random random;
    private final Meter meter;
    private final Recharger owner;
    private final Deque<String> holds = new ArrayDeque<>();
    private final Map<String, String> methods = new HashMap<>();
    /** When the owner did what may bring a try forward, or make declines start anew. */
    private final List<Instant> owners = new ArrayList<>();

    private final List<String> diary = new ArrayList<>();

    RandomYear(House house, long seed) {
        this.house = house;
        random = new Random(seed);
        meter = Meter.of(house, "0.01");
        owner = Recharger.with(house, "pm_card_visa");
        owner.customer().buys("20.00");
        owner.agreesTo(settings());
    }

    void passes() {
        Instant end = house.now().plus(Duration.ofDays(365));
        spendsAll();
        while (house.now().isBefore(end)) {
            house.wait(Duration.ofMinutes(random.nextInt((int) LONGEST_PAUSE.toMinutes())));
            something();
            owner.isCharged();
            holdsAtAnyTime();
        }
        allIsSettled();
        holdsOfTheWhole();
    }

    /** So that every year has its recharge, whatever follows. */
    private void spendsAll() {
        note("spent all", () -> meter.reports(meter.event(owner.id(), Ids.mint("evt"), "2100")));
        owner.isCharged();
    }

    private void something() {
        switch (random.nextInt(20)) {
            case 0 -> note("bought", () -> owner.customer().triesToBuy(amount(5, 40), Ids.mint(Ids.PURCHASE)));
            case 1, 2 -> use(METHODS.get(random.nextInt(METHODS.size())));
            case 3 -> owners("agreed", () -> owner.triesToSave(settings()));
            case 4 -> owners("turned off", () -> owner.service().turnOff(owner.id(), "mem_owner", null));
            case 5 -> owners("retried", () -> owner.service().retryNow(owner.id()));
            case 6 ->
                note(
                        "fault",
                        () -> owner.customer().meets(FaultKind.values()[random.nextInt(FaultKind.values().length)]));
            case 7, 8 -> note("at the bank", this::goToTheBank);
            case 9, 10, 11 -> note("hold", this::hold);
            case 12, 13 -> note("settle", this::settle);
            default -> note("spent", () -> meter.reports(meter.event(owner.id(), Ids.mint("evt"), cents(0, 14))));
        }
    }

    private void note(String what, Runnable deed) {
        diary.add(house.now() + " " + what);
        deed.run();
    }

    private void owners(String what, Runnable deed) {
        owners.add(house.now());
        note(what, deed);
    }

    private String amount(int from, int to) {
        return from + random.nextInt(to - from) + "." + (10 + random.nextInt(90));
    }

    private String cents(int from, int to) {
        return String.valueOf(100 * from + random.nextInt(100 * (to - from)));
    }

    private RechargeSettings settings() {
        Money threshold = Money.of(random.nextInt(15) + ".00");
        boolean target = random.nextBoolean();
        return new RechargeSettings(
                target ? RechargeMode.TARGET : RechargeMode.INCREMENT,
                threshold,
                target ? threshold.plus(Money.of(amount(5, 40))) : null,
                target ? null : Money.of(5 + random.nextInt(25) + ".00"),
                Money.of(AMOUNT_CAP),
                COUNT_CAP);
    }

    private void use(String token) {
        owners("uses " + token, () -> {
            if (methods.containsKey(token)) {
                house.get(PaymentMethodService.class).makeDefault(owner.id(), methods.get(token));
            } else {
                methods.put(token, owner.customer().adds(token).id());
            }
        });
    }

    private void goToTheBank() {
        owner.recharges().stream()
                .filter(purchase -> purchase.status() == PurchaseStatus.ACTION_REQUIRED)
                .forEach(purchase -> {
                    house.get(AuthorizationService.class).begin(owner.id(), purchase.id());
                    CreditPurchase waiting = owner.customer().purchase(purchase.id());
                    if (waiting.actionUrl().isPresent()) {
                        owner.customer().decidesAtTheBank(waiting, random.nextInt(3) > 0);
                    }
                });
    }

    private void hold() {
        Duration lifetime = Duration.ofHours(1 + random.nextInt(100));
        OnExpiry end = random.nextBoolean() ? OnExpiry.RELEASE : OnExpiry.CHARGE;
        HoldTerms terms = new HoldTerms(
                owner.id(), Money.of(amount(0, 9)), Product.FINE_TUNING, null, Labels.NONE, lifetime, end);
        String id = Ids.mint(Ids.HOLD);
        if (house.get(HoldService.class).take(new TakeHold(id, terms, "key_platform")) instanceof HoldResult.Accepted) {
            holds.add(id);
        }
    }

    private void settle() {
        if (!holds.isEmpty()) {
            Money total = Money.of(amount(0, 9));
            house.get(HoldService.class).settle(new SettleHold(holds.remove(), total, Ids.mint("req"), "key_platform"));
        }
    }

    private void holdsAtAnyTime() {
        RechargeState state = owner.state();
        long open = owner.recharges().stream().filter(p -> p.status().isOpen()).count();
        assertTrue(open <= 1, () -> open + " open at once" + story());
        assertFalse(state.enabled() && pays() != MethodType.CARD, () -> "on with a bank account" + story());
        assertTrue(state.failures() < 4, () -> "tries on" + story());
        boolean charging = house.get(PurchaseService.class).isCharging(owner.id());
        boolean low = owner.customer()
                .balance()
                .available()
                .isLessThan(state.settings().threshold());
        assertFalse(state.status() == RechargeStatus.ACTIVE && low && !charging, () -> "low, and at rest" + story());
    }

    private MethodType pays() {
        PaymentMethodService service = house.get(PaymentMethodService.class);
        return owner.customer()
                .account()
                .defaultMethod()
                .flatMap(id -> service.find(owner.id(), id))
                .map(PaymentMethod::details)
                .orElseThrow()
                .type();
    }

    private void allIsSettled() {
        owner.service().turnOff(owner.id(), "mem_owner", null);
        house.wait(Duration.ofDays(6));
        owner.isCharged();
    }

    private void holdsOfTheWhole() {
        List<CreditPurchase> recharges = new ArrayList<>(owner.recharges());
        Collections.reverse(recharges);
        recharges.sort(Comparator.comparing(CreditPurchase::createdAt));
        assertFalse(recharges.stream().anyMatch(p -> p.status().isOpen()), this::story);
        capsHold(recharges);
        declinesAreTriedWithPatience(recharges);
        long paid = recharges.stream().filter(p -> p.status().isPaid()).count();
        assertTrue(paid > 0, () -> "a year without a recharge proves nothing" + story());
        assertEquals(paid, mails("RECHARGE_MADE"), this::story);
        assertEquals(stops(), mails("RECHARGE_OFF"), this::story);
        assertTrue(mails("RECHARGE_CAP_REACHED") <= 12 + 1, this::story);
        owner.customer().booksMatchTheGateway();
    }

    private void capsHold(List<CreditPurchase> recharges) {
        Map<YearMonth, List<CreditPurchase>> months = new HashMap<>();
        recharges.stream()
                .filter(p -> p.status().isPaid())
                .forEach(p -> months.computeIfAbsent(
                                YearMonth.from(p.createdAt().atOffset(ZoneOffset.UTC)), month -> new ArrayList<>())
                        .add(p));
        months.forEach((month, made) -> {
            Money sum = made.stream().map(CreditPurchase::amount).reduce(Money.ZERO, Money::plus);
            assertTrue(made.size() <= COUNT_CAP, () -> made.size() + " in " + month + story());
            assertFalse(sum.isMoreThan(Money.of(AMOUNT_CAP)), () -> sum + " in " + month + story());
        });
    }

    /** Of declines in a row, with nothing that the owner did in between, there are at most four, with their pauses. */
    private void declinesAreTriedWithPatience(List<CreditPurchase> recharges) {
        int row = 0;
        for (int i = 1; i < recharges.size(); i++) {
            CreditPurchase before = recharges.get(i - 1);
            CreditPurchase next = recharges.get(i);
            boolean alone = isDecline(before) && ownerDidNothing(before.createdAt(), next.createdAt());
            row = alone ? row + 1 : 0;
            if (alone) {
                Duration pause = Duration.between(before.createdAt(), next.createdAt());
                assertTrue(row <= PAUSES.size(), () -> "tried a fifth time" + story());
                assertFalse(pause.compareTo(PAUSES.get(row - 1)) < 0, () -> "tried too soon: " + next.id() + story());
            }
        }
    }

    private static boolean isDecline(CreditPurchase purchase) {
        boolean outage = purchase.paymentRef().isEmpty()
                && purchase.failure().orElse(DeclineCode.CARD_DECLINED) == DeclineCode.PROCESSING_ERROR;
        return !purchase.status().isPaid() && !outage;
    }

    private boolean ownerDidNothing(Instant from, Instant to) {
        return owners.stream().noneMatch(at -> !at.isBefore(from) && !at.isAfter(to));
    }

    private long mails(String kind) {
        return count("SELECT COUNT(*) AS n FROM mail WHERE account = ? AND kind = ?", kind);
    }

    private long stops() {
        return count("SELECT COUNT(*) AS n FROM recharge_agreement WHERE account = ? AND actor = ?", "system");
    }

    private long count(String sql, String value) {
        return house.get(Database.class)
                .one(sql, row -> row.getLong("n"), owner.id(), value)
                .orElseThrow();
    }

    private String story() {
        Stream<String> recharges = owner.recharges().stream()
                .map(p -> p.createdAt() + " " + p.id() + " " + p.amount() + " " + p.status() + " " + p.failure());
        return "\n" + owner.state() + "\n"
                + Stream.concat(diary.stream(), recharges).sorted().collect(Collectors.joining("\n"));
    }
}
