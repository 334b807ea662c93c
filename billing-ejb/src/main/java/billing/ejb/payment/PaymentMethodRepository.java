package billing.ejb.payment;

import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.domain.payment.PaymentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
