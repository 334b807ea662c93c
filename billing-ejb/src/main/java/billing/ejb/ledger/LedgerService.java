package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.ledger.Balance;
import billing.domain.ledger.BurnDown;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Overdue;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Posts to the books and reads them. Posting needs the transaction of the thing that causes it; an entry that is there
 * already for the same cause is not posted again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class LedgerService {
    private static final String INVOICED_BEFORE = "Usage that was invoiced and turned out lower.";

    @Inject
    LedgerRepository ledger;

    @Inject
    BalanceWatch watch;

    @Inject
    Months months;

    @Inject
    DisputeDebts disputes;

    /**
     * Opens the books of a new account.
     *
     * @param postpaid whether what usage takes below zero is invoiced
     */
    public void open(AccountId account, boolean postpaid) {
        ledger.open(account, months.present(postpaid));
    }

    /** Whether what usage takes below zero is invoiced from now on; what arose before stays what it is. */
    public void postpaid(AccountId account, boolean postpaid) {
        BalanceRow row = months.lock(account);
        save(row.in(row.month().postpaid(postpaid, row.balance().debt())).touched());
    }

    /** The balance as it is now, locked until the caller's transaction ends. */
    public Balance lock(AccountId account) {
        return months.lock(account).balance();
    }

    /** More is held, or less; the caller has said for what. */
    public void hold(AccountId account, Money more) {
        save(months.lock(account).withHeld(more).touched());
    }

    /** Asks whoever watches the balance, although it did not change: something that they go by did. */
    public void watch(AccountId account) {
        watch.ask(months.lock(account));
    }

    private void save(BalanceRow row) {
        ledger.save(row);
        watch.saved(row);
    }

    /** Tells readers that access is to be decided again, although no money moved. */
    public void touch(AccountId account) {
        save(months.lock(account).touched());
    }

    /** How many budgets watch the account: without one, usage is not counted for any. */
    public void watchedBy(AccountId account, int budgets) {
        touch(account);
        ledger.saveBudgets(account, budgets);
    }

    /** From now on usage that is still reported is written off. */
    public void close(AccountId account) {
        touch(account);
        ledger.close(account);
    }

    /** From now on access is refused because an invoice is overdue beyond its grace days, or not so any more. */
    public void pastDue(AccountId account, boolean pastDue) {
        BalanceRow row = months.lock(account);
        if (ledger.savePastDue(account, pastDue)) {
            save(row.touched());
        }
    }

    /**
     * Lowers what is owed on invoices, by a payment or whatever else ends a part of it.
     *
     * @return empty if less is owed: nothing is posted then
     */
    public Optional<Entry> pay(Transfer transfer) {
        BalanceRow row = months.lock(transfer.account());
        Optional<Entry> posted = ledger.find(transfer.account(), transfer.cause(), transfer.kind());
        if (posted.isPresent()) {
            return posted;
        }
        if (transfer.amount().isMoreThan(row.owed().receivable())) {
            return Optional.empty();
        }
        return Optional.of(owe(row, transfer, transfer.amount().negated()));
    }

    /** Takes a payment of an invoice back: it is owed again. */
    public Entry oweAgain(Transfer transfer) {
        BalanceRow row = months.lock(transfer.account());
        return ledger.find(transfer.account(), transfer.cause(), transfer.kind())
                .orElseGet(() -> owe(row, transfer, transfer.amount()));
    }

    private Entry owe(BalanceRow row, Transfer transfer, Money more) {
        Entry entry = row.nextEntry(transfer);
        ledger.insert(entry);
        save(row.after(entry).with(row.owed().withReceivable(more)));
        return entry;
    }

    /** Adds credits as a new grant. They pay first what a lost dispute left, then debt, which leaves less of the grant. */
    public Entry credit(Transfer transfer, NewGrant grant) {
        BalanceRow row = months.lock(transfer.account());
        return ledger.find(transfer.account(), transfer.cause(), transfer.kind())
                .orElseGet(() -> give(row, transfer, grant));
    }

    private Entry give(BalanceRow row, Transfer transfer, NewGrant given) {
        Entry entry = row.nextEntry(transfer);
        Money paysDispute = DisputeDebts.share(row, transfer.amount());
        Money paysDebt = transfer.amount().minus(paysDispute).min(row.balance().debt());
        Money rest = transfer.amount().minus(paysDebt);
        CreditGrant grant = new CreditGrant(
                given.id(),
                given.kind(),
                transfer.amount(),
                rest,
                transfer.cause(),
                transfer.recordedAt(),
                given.expiresAt());
        ledger.insert(entry);
        ledger.insert(row.account(), grant, entry.seq(), given.reason());
        if (paysDebt.isPositive()) {
            ledger.note(row.account(), entry.seq(), grant.id(), paysDebt);
        }
        BalanceRow after = row.after(entry).with(given.kind(), rest).withDebt(paysDebt.negated());
        save(disputes.pay(after, transfer, grant.id(), given.kind(), paysDispute));
        return entry;
    }

    /** Takes credits in burn-down order; what no grant covers becomes debt. */
    public Entry debit(Transfer transfer) {
        BalanceRow row = months.lock(transfer.account());
        return ledger.find(transfer.account(), transfer.cause(), transfer.kind())
                .orElseGet(() -> take(row, transfer, ledger.openGrants(transfer.account())));
    }

    /**
     * Takes credits back from the one grant that a cause made: what a refund takes, or what lapses.
     *
     * @return empty if the grant's rest or what is available does not cover it
     */
    public Optional<Entry> takeBack(Transfer transfer, Cause grantedFor) {
        BalanceRow row = months.lock(transfer.account());
        Optional<Entry> posted = ledger.find(transfer.account(), transfer.cause(), transfer.kind());
        if (posted.isPresent()) {
            return posted;
        }
        return ledger.grant(transfer.account(), grantedFor)
                .filter(grant -> !transfer.amount()
                        .isMoreThan(grant.rest().min(row.balance().available())))
                .map(grant -> take(row, transfer, List.of(grant)));
    }

    private Entry take(BalanceRow row, Transfer transfer, List<CreditGrant> grants) {
        Entry entry = row.nextEntry(transfer);
        BurnDown burnDown = BurnDown.of(transfer.amount(), grants);
        ledger.insert(entry);
        BalanceRow after = row.after(entry).withDebt(burnDown.uncovered());
        for (BurnDown.Use use : burnDown.uses()) {
            ledger.use(row.account(), entry.seq(), use.grant().id(), use.amount());
            after = after.with(use.grant().kind(), use.amount().negated());
        }
        save(after);
        return entry;
    }

    /** Puts credits back into the grant that they were taken from; they pay what new credits would. */
    public Entry putBack(Transfer transfer, Cause grantedFor) {
        BalanceRow row = months.lock(transfer.account());
        return ledger.find(transfer.account(), transfer.cause(), transfer.kind())
                .orElseGet(() -> {
                    CreditGrant grant =
                            ledger.grant(transfer.account(), grantedFor).orElseThrow();
                    Entry entry = row.nextEntry(transfer);
                    Money paysDispute = DisputeDebts.share(row, transfer.amount());
                    Money paysDebt = transfer.amount()
                            .minus(paysDispute)
                            .min(row.balance().debt());
                    Money back = transfer.amount().minus(paysDebt);
                    ledger.insert(entry);
                    ledger.use(row.account(), entry.seq(), grant.id(), back.negated());
                    BalanceRow after = row.after(entry).with(grant.kind(), back).withDebt(paysDebt.negated());
                    save(disputes.pay(after, transfer, grant.id(), grant.kind(), paysDispute));
                    return entry;
                });
    }

    /** Gives up debt: the house pays it. */
    public void writeOff(Transfer transfer) {
        BalanceRow row = months.lock(transfer.account());
        Entry entry = row.nextEntry(transfer);
        ledger.insert(entry);
        save(row.after(entry).withDebt(transfer.amount().negated()));
    }

    /** Counts a usage batch whose entry is posted by itself. */
    public void countBatch(AccountId account) {
        save(months.lock(account).withBatch());
    }

    /**
     * Gives back what was charged too much: debt first, then the grants that paid for it, who paid last first.
     *
     * <p>Of a closed account nothing can be given back: the house has given up less.
     *
     * @param charged what the charge was posted for
     */
    public Entry giveBack(Transfer transfer, Collection<Cause> charged) {
        BalanceRow row = months.lock(transfer.account());
        return ledger.find(transfer.account(), transfer.cause(), transfer.kind())
                .orElseGet(() -> row.closed() ? writeOffLess(row, transfer) : giveBack(row, transfer, charged));
    }

    private Entry writeOffLess(BalanceRow row, Transfer transfer) {
        Entry entry = row.nextEntry(with(transfer, EntryKind.LATE_USAGE_CORRECTED, transfer.amount()));
        ledger.insert(entry);
        save(row.after(entry));
        return entry;
    }

    /** What was invoiced since then is nobody's any more to take back: it comes as a gift. */
    private Entry giveBack(BalanceRow row, Transfer transfer, Collection<Cause> charged) {
        Money paysDebt = transfer.amount().min(row.balance().debt());
        BurnDown back = BurnDown.giveBack(
                transfer.amount().minus(paysDebt),
                ledger.grants(row.account()),
                ledger.paid(row.account(), charged),
                () -> ledger.paidForUsage(row.account()));
        Money known = transfer.amount().minus(back.uncovered());
        BalanceRow after = known.isPositive()
                ? giveBack(row, with(transfer, EntryKind.USAGE_CORRECTED, known), back, paysDebt)
                : row;
        if (!back.uncovered().isPositive()) {
            return ledger.find(row.account(), transfer.cause(), transfer.kind()).orElseThrow();
        }
        return give(after, with(transfer, EntryKind.USAGE_CREDITED, back.uncovered()), NewGrant.free(INVOICED_BEFORE));
    }

    private BalanceRow giveBack(BalanceRow row, Transfer transfer, BurnDown back, Money paysDebt) {
        Entry entry = row.nextEntry(transfer);
        ledger.insert(entry);
        BalanceRow after = row.after(entry).withDebt(paysDebt.negated());
        for (BurnDown.Use use : back.uses()) {
            ledger.use(
                    row.account(), entry.seq(), use.grant().id(), use.amount().negated());
            after = after.with(use.grant().kind(), use.amount());
        }
        save(after);
        return after;
    }

    private static Transfer with(Transfer transfer, EntryKind kind, Money amount) {
        return new Transfer(
                transfer.account(), kind, amount, transfer.cause(), transfer.actor(), transfer.recordedAt());
    }

    /** Counts a completed purchase, or one that was taken back whole, for the rule that the first one opens access. */
    public void countPurchases(AccountId account, int more) {
        save(months.lock(account).withPurchases(more));
    }

    /** The grant that a cause made. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<CreditGrant> grant(AccountId account, Cause grantedFor) {
        return ledger.grant(account, grantedFor);
    }

    /** Why a grant was given; empty for purchased ones. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> reason(CreditGrant grant) {
        return ledger.reason(grant.id());
    }

    /** Free credits that were given, newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Gift> gifts(AccountId account, int limit) {
        return ledger.gifts(account, limit);
    }

    /** The grants of which something is left. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<CreditGrant> openGrants(AccountId account) {
        return ledger.openGrants(account);
    }

    /** The balance; of an account that has no books, zero. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Balance balance(AccountId account) {
        return ledger.balance(account)
                .map(BalanceRow::balance)
                .orElse(new Balance(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0));
    }

    /** What is owed, or can't be spent, beside the balance; of an account that has no books, nothing. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Owed owed(AccountId account) {
        return ledger.balance(account).map(BalanceRow::owed).orElse(Owed.NOTHING);
    }

    /** Credits that disputes keep from being spent. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money frozen(AccountId account) {
        return owed(account).frozen();
    }

    /** What lost disputes took after it was spent, and is not paid yet. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money disputeDebt(AccountId account) {
        return owed(account).disputeDebt();
    }

    /** What is owed on invoices. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money receivable(AccountId account) {
        return owed(account).receivable();
    }

    /** What of the debt is invoiced when the month is closed. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money invoiceable(AccountId account) {
        return ledger.balance(account).map(BalanceRow::invoiceable).orElse(Money.ZERO);
    }

    /** What should have been paid by now, so that the account may not spend. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Overdue overdue(AccountId account) {
        return ledger.overdue(account);
    }

    /** Completed purchases that were not taken back. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int purchases(AccountId account) {
        return ledger.balance(account).map(BalanceRow::purchases).orElse(0);
    }

    /** What usage cost in each hour of some time that had any, oldest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<HourlySpend> spending(AccountId account, Instant from, Instant to) {
        return ledger.spending(account, from, to);
    }

    /** The settled balance at a time; zero before the first entry. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Money settledAt(AccountId account, Instant at) {
        return ledger.settledAt(account, at);
    }

    /** A page of entries, newest first; a cursor that is none gives the first page. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<Entry> entries(EntryQuery query) {
        return ledger.entries(query, Page.before(query.after()));
    }
}
