package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.payment.MethodType;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseSource;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.Refund;
import billing.domain.purchase.RefundStatus;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Purchases and refunds in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class PurchaseRepository {
    @PersistenceContext(unitName = "billing")
    EntityManager entities;

    @Inject
    Database database;

    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    Optional<CreditPurchase> find(String id) {
        return Optional.ofNullable(entities.find(CreditPurchase.class, id));
    }

    /** Whose purchase it is, without reading the rest of it. */
    Optional<AccountId> accountOf(String purchaseId) {
        return entities.createQuery("SELECT p.account FROM CreditPurchase p WHERE p.id = :id", AccountId.class)
                .setParameter("id", purchaseId)
                .getResultStream()
                .findFirst();
    }

    /** Which purchase it pays back, without reading the rest of it: what is read before a lock is stale after it. */
    Optional<String> purchaseOf(String refundId) {
        return entities.createQuery("SELECT r.purchaseId FROM Refund r WHERE r.id = :id", String.class)
                .setParameter("id", refundId)
                .getResultStream()
                .findFirst();
    }

    /** The purchase as it is now, locked until the transaction ends. */
    Optional<CreditPurchase> lock(String id) {
        return Optional.ofNullable(entities.find(CreditPurchase.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Page<CreditPurchase> page(AccountId account, @Nullable CreditPurchase after, int limit) {
        List<CreditPurchase> found = entities.createQuery(
                        "SELECT p FROM CreditPurchase p WHERE p.account = :account AND p.source <> :other"
                                + " AND (p.createdAt < :at"
                                + " OR p.createdAt = :at AND p.id < :id) ORDER BY p.createdAt DESC, p.id DESC",
                        CreditPurchase.class)
                .setParameter("account", account)
                .setParameter("other", PurchaseSource.INVOICE)
                .setParameter("at", after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.createdAt())
                .setParameter("id", after == null ? "" : after.id())
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, CreditPurchase::id);
    }

    boolean hasOpen(AccountId account) {
        return !entities.createQuery(
                        "SELECT p.id FROM CreditPurchase p WHERE p.account = :account AND p.status IN :statuses",
                        String.class)
                .setParameter("account", account)
                .setParameter("statuses", List.of(PurchaseStatus.PROCESSING, PurchaseStatus.ACTION_REQUIRED))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether the outcome of a payment by this method is open. */
    boolean hasOpenBy(AccountId account, String methodId) {
        return !entities.createQuery(
                        "SELECT p.id FROM CreditPurchase p WHERE p.account = :account AND p.methodId = :method"
                                + " AND p.status IN :statuses",
                        String.class)
                .setParameter("account", account)
                .setParameter("method", methodId)
                .setParameter("statuses", List.of(PurchaseStatus.PROCESSING, PurchaseStatus.ACTION_REQUIRED))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether credits are being bought; a payment of an invoice buys none. */
    boolean isBuying(AccountId account) {
        return !entities.createQuery(
                        "SELECT p.id FROM CreditPurchase p WHERE p.account = :account AND p.status IN :statuses"
                                + " AND p.invoiceNumber IS NULL",
                        String.class)
                .setParameter("account", account)
                .setParameter("statuses", List.of(PurchaseStatus.PROCESSING, PurchaseStatus.ACTION_REQUIRED))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<CreditPurchase> paymentsOf(String invoiceNumber) {
        return entities.createQuery(
                        "SELECT p FROM CreditPurchase p WHERE p.invoiceNumber = :number"
                                + " ORDER BY p.createdAt DESC, p.id DESC",
                        CreditPurchase.class)
                .setParameter("number", invoiceNumber)
                .getResultList();
    }

    Optional<Instant> nextCheck() {
        return database.earliest("credit_purchase", "next_check_at");
    }

    List<String> due(Instant now, int limit) {
        return database.list(
                "SELECT id FROM credit_purchase WHERE next_check_at <= ? ORDER BY next_check_at FETCH FIRST ? ROWS ONLY",
                row -> row.getString("id"),
                now,
                limit);
    }

    /** Puts a due check off; false if it is not due any more. */
    boolean postpone(String id, Instant now, Instant later) {
        return database.update(
                        "UPDATE credit_purchase SET next_check_at = ? WHERE id = ? AND next_check_at <= ?",
                        later,
                        id,
                        now)
                == 1;
    }

    /** What operators have to look at, the longest waiting first. */
    List<CreditPurchase> onDesk(int limit) {
        return entities.createQuery(
                        "SELECT p FROM CreditPurchase p WHERE p.deskAt IS NOT NULL ORDER BY p.deskAt, p.id",
                        CreditPurchase.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The newest recharge whose outcome is open. */
    Optional<CreditPurchase> openRecharge(AccountId account) {
        return entities.createQuery(
                        "SELECT p FROM CreditPurchase p WHERE p.openRecharge = :account", CreditPurchase.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    /** Whether a purchase by card is under way; payments of invoices aside, which become no credits. */
    boolean isCharging(AccountId account) {
        return !entities.createQuery(
                        "SELECT p.id FROM CreditPurchase p WHERE p.account = :account AND p.status = :status"
                                + " AND p.methodType = :type AND p.source <> :other",
                        String.class)
                .setParameter("account", account)
                .setParameter("status", PurchaseStatus.PROCESSING)
                .setParameter("type", MethodType.CARD)
                .setParameter("other", PurchaseSource.INVOICE)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The recharges since then that were paid or still may be. */
    RechargesMade rechargesSince(AccountId account, Instant since) {
        entities.flush();
        return database.one(
                        "SELECT COUNT(*) AS n, COALESCE(SUM(amount), 0) AS total FROM credit_purchase WHERE account = ?"
                                + " AND created_at >= ? AND source = ? AND status NOT IN (?, ?)",
                        row -> new RechargesMade(row.getInt("n"), Database.money(row, "total")),
                        account,
                        since,
                        PurchaseSource.AUTO_RECHARGE,
                        PurchaseStatus.FAILED,
                        PurchaseStatus.EXPIRED)
                .orElse(RechargesMade.NONE);
    }

    /** When the n-th newest recharge was made that was declined since then; what the gateway could not even try aside. */
    Optional<Instant> declinedRecharge(AccountId account, int n, Instant since) {
        entities.flush();
        return database.one(
                "SELECT created_at FROM credit_purchase WHERE account = ? AND created_at > ? AND source = ?"
                        + " AND status IN (?, ?) AND payment_ref IS NOT NULL ORDER BY created_at DESC"
                        + " OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY",
                row -> Database.instant(row, "created_at"),
                account,
                since,
                PurchaseSource.AUTO_RECHARGE,
                PurchaseStatus.FAILED,
                PurchaseStatus.EXPIRED,
                n - 1);
    }

    /** How many purchases by hand were declined since then. */
    long declinedByHand(AccountId account, Instant since) {
        return entities.createQuery(
                        "SELECT COUNT(p) FROM CreditPurchase p WHERE p.account = :account AND p.createdAt > :since"
                                + " AND p.source = :source AND p.status = :status AND p.paymentRef IS NOT NULL",
                        Long.class)
                .setParameter("account", account)
                .setParameter("since", since)
                .setParameter("source", PurchaseSource.PURCHASE)
                .setParameter("status", PurchaseStatus.FAILED)
                .getSingleResult();
    }

    Optional<Refund> findRefund(String id) {
        return Optional.ofNullable(entities.find(Refund.class, id));
    }

    Optional<Refund> lockRefund(String id) {
        return Optional.ofNullable(entities.find(Refund.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Refund> refunds(String purchaseId) {
        return entities.createQuery(
                        "SELECT r FROM Refund r WHERE r.purchaseId = :id ORDER BY r.createdAt, r.id", Refund.class)
                .setParameter("id", purchaseId)
                .getResultList();
    }

    /** What was paid back to an account for this reason. */
    List<Refund> paidBack(AccountId account, String reason) {
        return entities.createQuery(
                        "SELECT r FROM Refund r WHERE r.account = :account AND r.reason = :reason AND r.status = :done",
                        Refund.class)
                .setParameter("account", account)
                .setParameter("reason", reason)
                .setParameter("done", RefundStatus.SUCCEEDED)
                .getResultList();
    }

    List<Refund> openRefunds(AccountId account) {
        return entities.createQuery(
                        "SELECT r FROM Refund r WHERE r.account = :account AND r.status = :open", Refund.class)
                .setParameter("account", account)
                .setParameter("open", RefundStatus.PENDING)
                .getResultList();
    }

    Optional<Instant> nextRefundCheck() {
        return database.earliest("refund", "next_check_at");
    }

    List<String> dueRefunds(Instant now, int limit) {
        return database.list(
                "SELECT id FROM refund WHERE next_check_at <= ? ORDER BY next_check_at FETCH FIRST ? ROWS ONLY",
                row -> row.getString("id"),
                now,
                limit);
    }
}
