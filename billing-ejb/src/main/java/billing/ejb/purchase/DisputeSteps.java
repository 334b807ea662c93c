package billing.ejb.purchase;

import billing.domain.ledger.Cause;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.payment.DisputeStatus;
import billing.domain.payment.GatewayDispute;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Dispute;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.FreezeService;
import billing.ejb.ledger.LedgerService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a dispute. Each compares what the gateway says now with what the books say, and posts the difference:
 * so it does not matter what was told before, how often, or in which order.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class DisputeSteps {
    private static final Logger LOG = System.getLogger(DisputeSteps.class.getName());
    private static final String ACTOR = "system";
    private static final Duration LATER = Duration.ofHours(1);
    /** Clocks differ, and a dispute takes a while to be listed. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    @Inject
    AccountService accounts;

    @Inject
    PurchaseRepository purchases;

    @Inject
    DisputeRepository disputes;

    @Inject
    LedgerService ledger;

    @Inject
    FreezeService freezes;

    @Inject
    Event<DisputeChanged> changes;

    @Inject
    InstantSource clock;

    /** Takes note of how a dispute stands. A payment that was never credited has nothing that could be taken. */
    public void settle(String purchaseId, GatewayDispute told) {
        accounts.lock(purchases.accountOf(purchaseId).orElseThrow());
        CreditPurchase purchase = purchases.lock(purchaseId).orElseThrow();
        if (!purchase.status().isPaid()) {
            LOG.log(Level.WARNING, "BILL-0305 dispute {0} is of unpaid purchase {1}", told.ref(), purchaseId);
            return;
        }
        ledger.lock(purchase.account());
        Optional<Dispute> known = disputes.find(told.ref());
        if (known.isPresent() && known.get().status() == DisputeStatus.LOST && told.status() != DisputeStatus.LOST) {
            toDesk(purchase, "dispute " + told.ref() + " was lost, and is " + told.status() + " now");
            return;
        }
        Optional<DisputeStatus> before = known.map(Dispute::status);
        Dispute dispute = known.orElseGet(() -> add(told, purchase));
        dispute.become(told, clock.instant());
        if (!before.equals(Optional.of(told.status()))) {
            stand(purchase);
            changes.fire(new DisputeChanged(dispute, purchase));
        }
        balance(purchase);
    }

    private Dispute add(GatewayDispute told, CreditPurchase purchase) {
        Dispute dispute = new Dispute(told, purchase, clock.instant());
        disputes.add(dispute);
        return dispute;
    }

    private void toDesk(CreditPurchase purchase, String note) {
        purchase.toDesk(note, clock.instant().truncatedTo(ChronoUnit.MICROS));
        LOG.log(Level.WARNING, "BILL-0301 an operator should look at purchase " + purchase.id() + ": " + note);
    }

    /** One that was lost opens access no more. */
    private void stand(CreditPurchase purchase) {
        boolean countedBefore = purchase.isCounted();
        purchase.disputedAs(worst(disputes.ofPurchase(purchase.id())));
        if (countedBefore != purchase.isCounted()) {
            ledger.countPurchases(purchase.account(), countedBefore ? -1 : 1);
        }
    }

    private static @Nullable DisputeStatus worst(List<Dispute> all) {
        List<DisputeStatus> stands = all.stream().map(Dispute::status).toList();
        if (stands.contains(DisputeStatus.OPEN)) {
            return DisputeStatus.OPEN;
        }
        return stands.contains(DisputeStatus.LOST) ? DisputeStatus.LOST : null;
    }

    /**
     * Makes the books follow, in the caller's transaction, which has the purchase and the balance locked. What paid an invoice
     * is no credits, and what becomes of the invoice is its room's business.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void balance(CreditPurchase purchase) {
        Money credited = credited(purchase);
        List<Dispute> all = disputes.ofPurchase(purchase.id());
        for (Dispute dispute : all) {
            Money others = all.stream()
                    .filter(other -> other != dispute)
                    .map(Dispute::covered)
                    .reduce(Money.ZERO, Money::plus);
            balance(dispute, dispute.claims(credited, purchase.refunded(), others));
        }
    }

    /** Of a payment of an invoice, only what the invoice did not want and could not be paid back. */
    private Money credited(CreditPurchase purchase) {
        return purchase.isInvoicePayment()
                ? ledger.grant(purchase.account(), Cause.purchase(purchase.id()))
                        .map(CreditGrant::amount)
                        .orElse(Money.ZERO)
                : purchase.amount();
    }

    private void balance(Dispute dispute, Money claim) {
        if (claim.isMoreThan(dispute.covered())) {
            freeze(dispute, claim.minus(dispute.covered()));
        } else if (claim.isLessThan(dispute.covered())) {
            thaw(dispute, dispute.covered().minus(claim).min(dispute.frozen()));
        }
        if (dispute.status() == DisputeStatus.LOST) {
            lose(dispute, claim);
        }
    }

    /** As much as is left of the grant. */
    private void freeze(Dispute dispute, Money wanted) {
        Money rest = ledger.grant(dispute.account(), grantedFor(dispute))
                .map(CreditGrant::rest)
                .orElse(Money.ZERO);
        Money more = wanted.min(rest);
        if (more.isPositive()) {
            freezes.freeze(transfer(dispute, EntryKind.DISPUTE_FROZEN, more), grantedFor(dispute));
            dispute.freeze(more);
        }
    }

    private void thaw(Dispute dispute, Money less) {
        if (less.isPositive()) {
            freezes.thaw(transfer(dispute, EntryKind.DISPUTE_THAWED, less), grantedFor(dispute));
            dispute.freeze(less.negated());
        }
    }

    private void lose(Dispute dispute, Money claim) {
        if (dispute.frozen().isPositive()) {
            freezes.lose(transfer(dispute, EntryKind.DISPUTE_LOST, dispute.frozen()));
            dispute.take();
        }
        Money missing = claim.minus(dispute.covered());
        if (missing.isPositive()) {
            freezes.oweSpent(transfer(dispute, EntryKind.DISPUTE_SPENT, missing));
            dispute.spend(missing);
        }
    }

    private static Cause grantedFor(Dispute dispute) {
        return Cause.purchase(dispute.purchaseId());
    }

    private Transfer transfer(Dispute dispute, EntryKind kind, Money amount) {
        Cause cause = Cause.dispute(dispute.id(), dispute.postings());
        return new Transfer(dispute.account(), kind, amount, cause, ACTOR, clock.instant());
    }

    /** The gateway did not tell: not again at once. */
    public void postpone(String disputeId) {
        disputes.find(disputeId)
                .filter(dispute -> dispute.status().isUndecided())
                .ifPresent(dispute -> dispute.checkAgain(clock.instant().plus(LATER)));
    }

    /** Takes on a search for disputes that is due, and says since when; should it fail, it is due again soon. */
    public Optional<Instant> claimSearch() {
        Instant now = clock.instant();
        return disputes.searchDue(now).filter(since -> disputes.claimSearch(now, now.plus(LATER)));
    }

    /** All disputes that were opened before are known. */
    public void searched(Instant begun) {
        disputes.searched(begun.minus(OVERLAP), Dispute.nextLook(begun));
    }
}
