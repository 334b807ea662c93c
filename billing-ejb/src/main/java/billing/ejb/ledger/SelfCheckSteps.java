package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.Entry;
import billing.ejb.runtime.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One account's proof, or the house's, in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class SelfCheckSteps {
    private static final int CHUNK = 1_000;

    @Inject
    LedgerRepository ledger;

    @Inject
    Database database;

    @Inject
    @Any
    Instance<BooksProof> proofs;

    @Inject
    @Any
    Instance<HouseProof> ofHouse;

    /** The next accounts, by number. */
    public List<AccountId> accounts(long after) {
        return database.list(
                "SELECT id FROM billing_account WHERE id > ? ORDER BY id FETCH FIRST 1000 ROWS ONLY",
                row -> new AccountId(row.getLong("id")),
                after);
    }

    /** Proves without a lock: what is written meanwhile can make it look wrong. */
    public AccountProof glance(AccountId account) {
        return database.patiently(
                () -> ledger.balance(account).map(row -> prove(account, row)).orElseGet(() -> withoutBalance(account)));
    }

    /** Proves with the balance row locked, so that nothing moves meanwhile. */
    public AccountProof proveLocked(AccountId account) {
        return database.patiently(() ->
                ledger.balance(account).isEmpty() ? withoutBalance(account) : prove(account, ledger.lock(account)));
    }

    /** Proves without a lock what belongs to no one account. */
    public List<Finding> glanceAtHouse() {
        return database.patiently(
                () -> ofHouse.stream().flatMap(proof -> proof.glance().stream()).toList());
    }

    /** Proves the same while nothing of it moves. */
    public List<Finding> proveHouseLocked() {
        return database.patiently(() ->
                ofHouse.stream().flatMap(proof -> proof.proveLocked().stream()).toList());
    }

    private static AccountProof withoutBalance(AccountId account) {
        Finding finding = Finding.of("BALANCE_MISSING", account, "there is no balance row");
        return new AccountProof("", 0, Map.of(), List.of(finding));
    }

    private AccountProof prove(AccountId account, BalanceRow row) {
        ChainProof chain = new ChainProof(account);
        List<Entry> entries = ledger.chain(account, 0, CHUNK);
        while (!entries.isEmpty()) {
            entries.forEach(chain::walk);
            entries = ledger.chain(account, chain.entries(), CHUNK);
        }
        chain.compare(row);
        List<Finding> findings = new ArrayList<>(chain.findings());
        proofs.forEach(proof -> findings.addAll(proof.prove(account)));
        return new AccountProof(row.head(), chain.entries(), chain.totals(), List.copyOf(findings));
    }
}
