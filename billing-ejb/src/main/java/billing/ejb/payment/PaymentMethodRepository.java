package billing.ejb.payment;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.domain.payment.PaymentMethod;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payment methods in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class PaymentMethodRepository {
    /** Sorts after every id. */
    private static final String NEWEST = Ids.PAYMENT_METHOD + "_" + "z".repeat(27);

    @PersistenceContext(unitName = "billing")
    EntityManager entities;

    @Inject
    Database database;

    void add(PaymentMethod method) {
        entities.persist(method);
        entities.flush();
    }

    Optional<PaymentMethod> find(AccountId account, String id) {
        return Optional.ofNullable(entities.find(PaymentMethod.class, id))
                .filter(method -> method.account().equals(account));
    }

    Optional<PaymentMethod> findByRef(AccountId account, String gatewayRef) {
        return entities.createQuery(
                        "SELECT m FROM PaymentMethod m WHERE m.gatewayRef = :ref AND m.account = :account",
                        PaymentMethod.class)
                .setParameter("ref", gatewayRef)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    Optional<PaymentMethod> find(String id) {
        return Optional.ofNullable(entities.find(PaymentMethod.class, id));
    }

    /** When the next card has to be looked at, because it may expire soon. */
    Optional<Instant> nextExpiryCheck() {
        return database.earliest("payment_method", "expiry_check_at");
    }

    List<String> dueExpiryChecks(Instant now, int most) {
        return database.list(
                "SELECT id FROM payment_method WHERE expiry_check_at <= ? ORDER BY expiry_check_at, id"
                        + " FETCH FIRST ? ROWS ONLY",
                row -> row.getString("id"),
                now,
                most);
    }

    /** Looks at it again then; null for never. */
    void checkExpiry(String id, @Nullable Instant again) {
        database.update("UPDATE payment_method SET expiry_check_at = ? WHERE id = ?", again, id);
    }

    List<PaymentMethod> onFile(AccountId account) {
        return page(account, null, Integer.MAX_VALUE - 1).items();
    }

    Page<PaymentMethod> page(AccountId account, @Nullable String after, int limit) {
        List<PaymentMethod> found = entities.createQuery(
                        "SELECT m FROM PaymentMethod m WHERE m.account = :account AND m.removedAt IS NULL"
                                + " AND m.id < :before ORDER BY m.id DESC",
                        PaymentMethod.class)
                .setParameter("account", account)
                .setParameter("before", Objects.requireNonNullElse(after, NEWEST))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, PaymentMethod::id);
    }
}
