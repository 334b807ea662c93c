package billing.ejb.account;

import billing.domain.account.ApiKey;
import billing.domain.account.BillingAccount;
import billing.domain.account.Member;
import billing.domain.account.Operator;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts, members, operators and keys in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class AccountRepository {
    @PersistenceContext(unitName = "billing")
    EntityManager entities;

    @Inject
    Database database;

    /** Writes now, so that plain SQL in the same transaction finds it, and a second one of its kind fails here. */
    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    Optional<BillingAccount> find(AccountId id) {
        return Optional.ofNullable(entities.find(BillingAccount.class, id.value()));
    }

    /** The account as it is now, locked until the transaction ends. */
    Optional<BillingAccount> lock(AccountId id) {
        return Optional.ofNullable(entities.find(BillingAccount.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Page<BillingAccount> findByEmail(String email, @Nullable String after, int limit) {
        List<BillingAccount> found = entities.createQuery(
                        "SELECT a FROM BillingAccount a WHERE a.email = :email AND a.id < :before ORDER BY a.id DESC",
                        BillingAccount.class)
                .setParameter("email", lower(email))
                .setParameter("before", before(after))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, account -> account.id().toString());
    }

    /** Accounts by a part of their name or address, or by the whole address of somebody who belongs to them. */
    Page<BillingAccount> search(String text, @Nullable String after, int limit) {
        List<Long> known = new ArrayList<>(belongingTo(text));
        AccountId.parse(text).map(AccountId::value).ifPresent(known::add);
        known.add(0L);
        List<BillingAccount> found = entities.createQuery(
                        "SELECT a FROM BillingAccount a WHERE a.id < :before AND (LOWER(a.name) LIKE :part ESCAPE '!'"
                                + " OR a.email LIKE :part ESCAPE '!' OR a.id IN :known) ORDER BY a.id DESC",
                        BillingAccount.class)
                .setParameter("part", "%" + lower(text).replaceAll("[!%_]", "!$0") + "%")
                .setParameter("known", known)
                .setParameter("before", before(after))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, account -> account.id().toString());
    }

    private List<Long> belongingTo(String email) {
        return database.list(
                "SELECT account FROM member WHERE email = ? UNION SELECT account FROM billing_contact WHERE email = ?"
                        + " FETCH FIRST 100 ROWS ONLY",
                row -> row.getLong("account"),
                lower(email),
                lower(email));
    }

    Optional<BillingAccount> findByGatewayCustomer(String customer) {
        return entities.createQuery(
                        "SELECT a FROM BillingAccount a WHERE a.gatewayCustomer = :customer", BillingAccount.class)
                .setParameter("customer", customer)
                .getResultStream()
                .findFirst();
    }

    Optional<Instant> nextClosing() {
        return database.earliest("billing_account", "closing_check_at");
    }

    List<AccountId> dueClosings(Instant now) {
        return database.list(
                "SELECT id FROM billing_account WHERE closing_check_at <= ? ORDER BY closing_check_at"
                        + " FETCH FIRST 50 ROWS ONLY",
                row -> new AccountId(row.getLong("id")),
                now);
    }

    void postponeClosing(AccountId id, Instant again) {
        database.update("UPDATE billing_account SET closing_check_at = ? WHERE id = ?", again, id);
    }

    Optional<Member> findMember(String id) {
        return Optional.ofNullable(entities.find(Member.class, id));
    }

    Optional<Member> findMemberByEmail(String email) {
        return entities.createQuery("SELECT m FROM AccountMember m WHERE m.email = :email", Member.class)
                .setParameter("email", lower(email))
                .getResultStream()
                .findFirst();
    }

    Optional<Operator> findOperator(String id) {
        return Optional.ofNullable(entities.find(Operator.class, id));
    }

    Optional<Operator> findOperatorByEmail(String email) {
        return entities.createQuery("SELECT o FROM Operator o WHERE o.email = :email", Operator.class)
                .setParameter("email", lower(email))
                .getResultStream()
                .findFirst();
    }

    List<Member> members(AccountId account) {
        return entities.createQuery(
                        "SELECT m FROM AccountMember m WHERE m.account = :account ORDER BY m.id", Member.class)
                .setParameter("account", account)
                .getResultList();
    }

    Optional<ApiKey> findKeyByHash(String hash) {
        return entities.createQuery("SELECT k FROM ApiKey k WHERE k.hash = :hash", ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    List<ApiKey> keys(AccountId account) {
        return entities.createQuery(
                        "SELECT k FROM ApiKey k WHERE k.account = :account ORDER BY k.id DESC", ApiKey.class)
                .setParameter("account", account)
                .getResultList();
    }

    static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private static long before(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .flatMap(AccountId::parse)
                .map(AccountId::value)
                .orElse(Long.MAX_VALUE);
    }
}
