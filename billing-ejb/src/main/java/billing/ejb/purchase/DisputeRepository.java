package billing.ejb.purchase;

import billing.domain.id.AccountId;
import billing.domain.payment.DisputeStatus;
import billing.domain.purchase.Dispute;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Disputes in the database. Whoever writes one has locked its purchase. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class DisputeRepository {
    @PersistenceContext(unitName = "billing")
    EntityManager entities;

    @Inject
    Database database;

    void add(Dispute dispute) {
        entities.persist(dispute);
        entities.flush();
    }

    Optional<Dispute> find(String id) {
        return Optional.ofNullable(entities.find(Dispute.class, id));
    }

    /** The disputes of a purchase, oldest first. */
    List<Dispute> ofPurchase(String purchaseId) {
        return entities.createQuery(
                        "SELECT d FROM Dispute d WHERE d.purchaseId = :id ORDER BY d.openedAt, d.id", Dispute.class)
                .setParameter("id", purchaseId)
                .getResultList();
    }

    boolean hasOpen(AccountId account) {
        return !entities.createQuery(
                        "SELECT d.id FROM Dispute d WHERE d.account = :account AND d.status = :status", String.class)
                .setParameter("account", account)
                .setParameter("status", DisputeStatus.OPEN)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<Instant> nextCheck() {
        return Stream.of(database.earliest("dispute", "next_check_at"), database.earliest("dispute_search", "next_at"))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    List<String> due(Instant now, int limit) {
        return database.list(
                "SELECT id FROM dispute WHERE next_check_at <= ? ORDER BY next_check_at FETCH FIRST ? ROWS ONLY",
                row -> row.getString("id"),
                now,
                limit);
    }

    /** Since when disputes are to be looked for, if that is due. */
    Optional<Instant> searchDue(Instant now) {
        return database.one(
                "SELECT since FROM dispute_search WHERE next_at <= ?", row -> Database.instant(row, "since"), now);
    }

    /** Takes on a search that is due, so that no other node does; false if one has. */
    boolean claimSearch(Instant now, Instant next) {
        return database.update("UPDATE dispute_search SET next_at = ? WHERE next_at <= ?", next, now) == 1;
    }

    void searched(Instant since, Instant next) {
        database.update("UPDATE dispute_search SET since = ?, next_at = ?", since, next);
    }
}
