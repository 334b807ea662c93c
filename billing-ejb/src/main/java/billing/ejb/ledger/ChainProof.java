package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.ledger.Entry;
import billing.domain.ledger.HashChain;
import billing.domain.ledger.LedgerAccount;
import billing.domain.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Walks an account's chain from its beginning and recomputes everything that follows from it. */
final class ChainProof {
    private final AccountId account;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<LedgerAccount, BigInteger> totals = new EnumMap<>(LedgerAccount.class);
    private String head = HashChain.START;
    private long seq;
    private Money settled = Money.ZERO;

    ChainProof(AccountId account) {
        this.account = account;
    }

    void walk(Entry entry) {
        if (entry.seq() != seq + 1) {
            find("ENTRY_MISSING", "entry " + (seq + 1) + " is not there; the next one is " + entry.seq());
        }
        if (entry.from() != entry.kind().from() || entry.to() != entry.kind().to()) {
            find("WRONG_LEDGER_ACCOUNT", "entry " + entry.seq() + " of kind " + entry.kind());
        }
        settled = settled.plus(entry.effect());
        if (!entry.balanceAfter().equals(settled)) {
            find("BALANCE_AFTER_WRONG", "entry " + entry.seq() + " says " + entry.balanceAfter() + ", is " + settled);
        }
        if (!HashChain.next(head, entry).equals(entry.hash())) {
            find("HASH_MISMATCH", "entry " + entry.seq());
        }
        post(entry.from(), entry.amount().negated());
        post(entry.to(), entry.amount());
        seq = entry.seq();
        head = entry.hash();
    }

    /** At the chain's end: the balance row must say the same. */
    void compare(BalanceRow row) {
        if (row.seq() != seq || !row.head().equals(head)) {
            find("HEAD_MISMATCH", "the balance row's head is entry " + row.seq() + ", the chain ends with " + seq);
        }
        if (!row.balance().settled().equals(settled)) {
            find("BALANCE_MISMATCH", "the balance row says " + row.balance().settled() + ", the entries " + settled);
        }
        compare(LedgerAccount.RECEIVABLE, row.owed().receivable().negated());
        compare(LedgerAccount.FROZEN, row.owed().frozen());
        compare(LedgerAccount.DISPUTE_DEBT, row.owed().disputeDebt().negated());
    }

    private void compare(LedgerAccount line, Money cached) {
        BigInteger sum = totals.getOrDefault(line, BigInteger.ZERO);
        if (!sum.equals(BigInteger.valueOf(cached.nanos()))) {
            find("BALANCE_MISMATCH", "the balance row says " + cached + " " + line + ", the entries " + sum + " nanos");
        }
    }

    long entries() {
        return seq;
    }

    Map<LedgerAccount, BigInteger> totals() {
        return totals;
    }

    List<Finding> findings() {
        return findings;
    }

    private void post(LedgerAccount ledgerAccount, Money amount) {
        totals.merge(ledgerAccount, BigInteger.valueOf(amount.nanos()), BigInteger::add);
    }

    private void find(String code, String detail) {
        findings.add(Finding.of(code, account, detail));
    }
}
