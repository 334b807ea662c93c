package billing.ejb.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CauseType;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Refusal;
import billing.ejb.account.AccountService;
import billing.ejb.account.GiveCredits;
import billing.ejb.account.GrantResult;
import billing.ejb.account.GrantService;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.Finding;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.SelfCheckSteps;
import billing.ejb.payment.AddMethod;
import billing.ejb.payment.AddMethodResult;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.BuyCredits;
import billing.ejb.purchase.PurchaseResult;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.purchase.RefundCredits;
import billing.ejb.purchase.RefundResult;
import billing.ejb.purchase.RefundService;
import billing.ejb.runtime.Database;
import billing.ejb.sandbox.FaultKind;
import billing.ejb.sandbox.SandboxCharge;
import billing.ejb.sandbox.SandboxGatewayService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer of the product, in the words of the tests. */
public final class Customer {
    private static final int ALL = 10_000;

    private final House house;
    private final AccountId id;

    Customer(House house, AccountId id) {
        this.house = house;
        this.id = id;
    }

    public AccountId id() {
        return id;
    }

    /** The same customer, served by another node. */
    public Customer at(House other) {
        return new Customer(other, id);
    }

    /** Adds a payment method and makes it the default. */
    public PaymentMethod adds(String token) {
        AddMethodResult result = triesToAdd(token);
        if (result instanceof AddMethodResult.Added added) {
            return added.method();
        }
        throw new AssertionError(token + " was not added: " + result);
    }

    public AddMethodResult triesToAdd(String token) {
        return house.get(PaymentMethodService.class).add(new AddMethod(id, token, true, null));
    }

    /** Buys under a new id; fails if it is refused. */
    public CreditPurchase buys(String amount) {
        return buys(amount, Ids.mint(Ids.PURCHASE));
    }

    public CreditPurchase buys(String amount, String purchaseId) {
        PurchaseResult result = triesToBuy(amount, purchaseId);
        if (result instanceof PurchaseResult.Accepted accepted) {
            return accepted.purchase();
        }
        throw new AssertionError("refused: " + result);
    }

    public PurchaseResult triesToBuy(String amount, String purchaseId) {
        return house.get(PurchaseService.class)
                .buy(new BuyCredits(id, purchaseId, Money.of(amount), "mem_test", false));
    }

    /** Why it is refused; fails if it is not. */
    public Refusal isRefused(String amount, String purchaseId) {
        PurchaseResult result = triesToBuy(amount, purchaseId);
        if (result instanceof PurchaseResult.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError("not refused: " + result);
    }

    /** The purchase as it is now. */
    public CreditPurchase purchase(String purchaseId) {
        return house.get(PurchaseService.class).find(purchaseId).orElseThrow();
    }

    /** An operator pays back a part of a purchase. */
    public RefundResult isPaidBack(CreditPurchase purchase, String amount, String refundId) {
        return house.get(RefundService.class)
                .refund(new RefundCredits(purchase.id(), refundId, Money.of(amount), "asked for", "key_operator"));
    }

    public BillingAccount account() {
        return house.get(AccountService.class).find(id).orElseThrow();
    }

    public Balance balance() {
        return house.get(LedgerService.class).balance(id);
    }

    /** What can be spent, as text. */
    public String available() {
        return balance().available().toString();
    }

    /** The entries of the books, newest first. */
    public List<Entry> entries() {
        return house.get(LedgerService.class)
                .entries(new EntryQuery(id, null, null, null, null, ALL))
                .items();
    }

    /** Spends credits; what there are not becomes debt. */
    public Entry spends(String amount) {
        return house.inTransaction(() -> {
            house.get(LedgerService.class).lock(id);
            return uses(amount, newestBatch() + 1);
        });
    }

    /** The same, in a usage batch of this number. */
    public Entry spends(String amount, long batch) {
        return house.inTransaction(() -> uses(amount, batch));
    }

    private Entry uses(String amount, long batch) {
        Entry entry = house.get(LedgerService.class).debit(transfer(EntryKind.USAGE, amount, Cause.usageBatch(batch)));
        String event = "event-" + batch;
        Database database = house.get(Database.class);
        if (database.one("SELECT 1 FROM usage_event WHERE account = ? AND event_id = ?", row -> 1, id, event)
                .isEmpty()) {
            database.update(
                    "INSERT INTO usage_event (account, event_id, batch, sku_id, quantity, amount, content, occurred_at,"
                            + " recorded_at) VALUES (?, ?, ?, 5, 1, ?, 0, ?, ?)",
                    id,
                    event,
                    batch,
                    entry.amount(),
                    entry.recordedAt(),
                    entry.recordedAt());
            database.update(
                    "UPDATE ledger_balance SET batches = ? WHERE account = ? AND batches < ?", batch, id, batch);
        }
        return entry;
    }

    private long newestBatch() {
        return house.get(Database.class)
                .one(
                        "SELECT COALESCE(MAX(batch), 0) AS newest FROM usage_event WHERE account = ?",
                        row -> row.getLong("newest"),
                        id)
                .orElseThrow();
    }

    /** Is given free credits that never expire. */
    public GrantResult isGiven(String amount) {
        return isGiven(amount, Ids.mint(Ids.GRANT), null);
    }

    public GrantResult isGiven(String amount, String grantId, @Nullable Instant expiresAt) {
        return house.get(GrantService.class)
                .grant(new GiveCredits(id, grantId, Money.of(amount), expiresAt, "welcome", "key_operator"));
    }

    /** A part of what a gift left lapses; empty if it is not there any more. */
    public Optional<Entry> loses(String amount, String grantId) {
        Cause cause = new Cause(CauseType.ACCOUNT, grantId);
        return house.inTransaction(() -> house.get(LedgerService.class)
                .takeBack(transfer(EntryKind.LAPSE, amount, cause), Cause.grant(grantId)));
    }

    private Transfer transfer(EntryKind kind, String amount, Cause cause) {
        return new Transfer(id, kind, Money.of(amount), cause, "key_platform", house.now());
    }

    /** What the self-check says of this customer, in codes. */
    public Set<String> findings() {
        return house.get(SelfCheckSteps.class).proveLocked(id).findings().stream()
                .map(Finding::code)
                .collect(Collectors.toSet());
    }

    /** Goes to the bank's page and says yes, or no. */
    public void goesToTheBank(CreditPurchase purchase, boolean approves) {
        house.post(purchase.actionUrl().orElseThrow(), "decision=" + (approves ? "approve" : "decline"));
    }

    /** The same, and the gateway has told it. */
    public void decidesAtTheBank(CreditPurchase purchase, boolean approves) {
        goesToTheBank(purchase, approves);
        house.noticesHaveArrived();
    }

    /** What the gateway has really seen, newest first. */
    public List<SandboxCharge> charges() {
        return house.get(SandboxGatewayService.class).charges(id, null, ALL).items();
    }

    /** The next charges of this customer, or their notices, go wrong. */
    public Customer meets(FaultKind fault) {
        house.get(SandboxGatewayService.class).script(fault, 1, id);
        return this;
    }

    /** The books fit, and what was charged at the gateway is what was credited. */
    public void booksMatchTheGateway() {
        chargedAsCredited();
        assertEquals(Set.of(), findings());
    }

    /** The key of a charge is its purchase's id; an authorization by the owner adds to it. */
    private static String purchaseOf(SandboxCharge charge) {
        return charge.idempotencyKey().replaceFirst("-owner-.*", "");
    }

    /** What was charged at the gateway and what was credited are one to one, equal in amount. */
    public void chargedAsCredited() {
        Map<String, Money> charged = charges().stream()
                .filter(charge -> Set.of("SUCCEEDED", "REFUNDED").contains(charge.status()))
                .collect(Collectors.toMap(Customer::purchaseOf, SandboxCharge::amount));
        Map<String, Money> credited = entries().stream()
                .filter(entry -> entry.kind() == EntryKind.PURCHASE)
                .collect(Collectors.toMap(entry -> entry.cause().id(), Entry::amount));
        assertEquals(charged, credited, "charged at the gateway, and credited");
    }
}
