package billing.ejb.closing;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CauseType;
import billing.domain.ledger.CreditGrant;
import billing.domain.ledger.Entry;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.GrantKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.recharge.OffReason;
import billing.ejb.access.HoldService;
import billing.ejb.account.AccountService;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.ContactService;
import billing.ejb.account.MemberService;
import billing.ejb.closing.ClosingPreview.Obstacle;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.LedgerService;
import billing.ejb.ledger.MonthService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.DisputeService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.purchase.RefundService;
import billing.ejb.recharge.RechargeService;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The transactions of deleting an account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class ClosingSteps {
    private static final Logger LOG = System.getLogger(ClosingSteps.class.getName());
    private static final Duration FIRST_CHECK = Duration.ofMinutes(1);

    /** Where a refund came back, an operator can pay it at any time. */
    private static final Duration AFTER_REFUND = Duration.ofHours(1);

    /** Who has not paid is looked at so rarely: a credit note can make it superfluous. */
    private static final Duration NEXT_LOOK = Duration.ofDays(1);

    @Inject
    AccountService accounts;

    @Inject
    MemberService members;

    @Inject
    ContactService contacts;

    @Inject
    ApiKeyService keys;

    @Inject
    PaymentMethodService methods;

    @Inject
    PurchaseService purchases;

    @Inject
    RefundService refunds;

    @Inject
    DisputeService disputes;

    @Inject
    RechargeService recharges;

    @Inject
    HoldService holds;

    @Inject
    LedgerService ledger;

    @Inject
    MonthService months;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    /** What deleting would do now. */
    public ClosingPreview preview(AccountId id) {
        return preview(id, accounts.find(id));
    }

    /** Closes the door: whoever comes later finds the account closed. Refunds of what is unspent begin here. */
    public ClosingPreview begin(AccountId id, String actor) {
        Optional<BillingAccount> account = accounts.lock(id);
        account.ifPresent(open -> ledger.lock(id));
        ClosingPreview preview = preview(id, account);
        if (preview.isPossible()) {
            recharges.stop(id, OffReason.ACCOUNT_CLOSED);
            ledger.close(id);
            account.orElseThrow().beginClosing(clock.instant().plus(FIRST_CHECK));
            ledger.openGrants(id).forEach(grant -> giveUp(id, grant, actor));
            writeOffTooLittle(id, ledger.balance(id).debt(), actor);
            months.closeLast(id);
        }
        return preview;
    }

    /** What is less than can be charged, the house gives up. */
    private boolean isTooLittle(Money debt) {
        return debt.isLessThan(configuration.minCharge());
    }

    private void writeOffTooLittle(AccountId id, Money debt, String actor) {
        if (debt.isPositive() && isTooLittle(debt)) {
            Cause cause = new Cause(CauseType.ACCOUNT, id.toString());
            ledger.writeOff(new Transfer(id, EntryKind.DEBT_WRITTEN_OFF, debt, cause, actor, clock.instant()));
        }
    }

    private void giveUp(AccountId id, CreditGrant grant, String actor) {
        Money back = refundable(grant);
        if (back.isPositive()) {
            refunds.beginClosingRefund(grant.cause().id(), back, actor);
        }
        Money lapsing = grant.rest().minus(back);
        if (lapsing.isPositive()) {
            Cause cause = new Cause(CauseType.ACCOUNT, grant.id());
            ledger.takeBack(new Transfer(id, EntryKind.LAPSE, lapsing, cause, actor, clock.instant()), grant.cause());
        }
    }

    /**
     * Whether something is still to be paid before the rest can be done, or a bank has to decide; a payment wakes whoever goes on
     * with it.
     */
    public boolean isHeldUp(AccountId id) {
        BillingAccount account = accounts.lock(id).orElseThrow();
        boolean isHeldUp = isHeldUpNow(id);
        if (isHeldUp && account.status() == AccountStatus.CLOSING) {
            account.checkClosing(clock.instant().plus(NEXT_LOOK));
        }
        return isHeldUp;
    }

    private boolean isHeldUpNow(AccountId id) {
        return ledger.receivable(id).isPositive() || disputes.hasOpen(id);
    }

    /**
     * A deletion may have waited for this payment. It goes on a little later, so that who has paid can see it, in the transaction
     * that takes note of the money.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void paid(AccountId id) {
        accounts.lock(id)
                .filter(account -> account.status() == AccountStatus.CLOSING)
                .ifPresent(account -> account.checkClosing(clock.instant().plus(FIRST_CHECK)));
    }

    /** Forgets who it was, once nothing is under way any more. */
    public void finish(AccountId id) {
        BillingAccount account = accounts.lock(id).orElseThrow();
        if (account.status() != AccountStatus.CLOSING || refunds.hasOpen(id) || isHeldUpNow(id)) {
            return;
        }
        if (ledger.balance(id).settled().isPositive()) {
            account.checkClosing(clock.instant().plus(AFTER_REFUND));
            LOG.log(Level.WARNING, "BILL-0502 a refund of closing account {0} failed: an operator has to pay it", id);
        } else {
            contacts.tellLast(id, goodbye(id));
            methods.forgetAll(id);
            members.forgetAll(id);
            keys.revokeAll(id);
            account.close(clock.instant());
        }
    }

    private Mail goodbye(AccountId id) {
        Money lapsed =
                ledger
                        .entries(new EntryQuery(id, null, null, EntryKind.LAPSE, null, Integer.MAX_VALUE - 1))
                        .items()
                        .stream()
                        .filter(entry -> entry.cause().type() == CauseType.ACCOUNT)
                        .map(Entry::amount)
                        .reduce(Money.ZERO, Money::plus);
        return new Mail(MailKind.ACCOUNT_CLOSED, List.of(refunds.paidBackAtClosing(id), lapsed), "/", "closed");
    }

    private ClosingPreview preview(AccountId id, Optional<BillingAccount> account) {
        List<CreditGrant> grants = ledger.openGrants(id);
        Money refunded = grants.stream().map(ClosingSteps::refundable).reduce(Money.ZERO, Money::plus);
        Money rest = grants.stream().map(CreditGrant::rest).reduce(Money.ZERO, Money::plus);
        Balance balance = ledger.balance(id);
        Money invoiced = finalInvoice(id, balance.debt());
        Money owed = balance.debt().minus(invoiced.isPositive() ? balance.debt() : Money.ZERO);
        return new ClosingPreview(
                refunded,
                rest.minus(refunded),
                owed.plus(ledger.receivable(id)),
                invoiced,
                List.copyOf(obstacles(id, account, owed)));
    }

    /** What the terms don't invoice is paid by credits: there is nothing to wait for a month's end for. */
    private Money finalInvoice(AccountId id, Money debt) {
        boolean isInvoiced = !isTooLittle(debt) && ledger.invoiceable(id).equals(debt);
        return isInvoiced ? Money.ofCents(debt.toCents(RoundingMode.HALF_EVEN)) : Money.ZERO;
    }

    private static Money refundable(CreditGrant grant) {
        return grant.kind() == GrantKind.PURCHASED
                ? Money.ofCents(grant.rest().toCents(RoundingMode.DOWN))
                : Money.ZERO;
    }

    private Set<Obstacle> obstacles(AccountId id, Optional<BillingAccount> account, Money debt) {
        if (account.isEmpty()) {
            return EnumSet.of(Obstacle.NO_SUCH_ACCOUNT);
        }
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        add(obstacles, Obstacle.ALREADY_CLOSED, isClosed(account.get()));
        add(obstacles, Obstacle.PURCHASE_OPEN, purchases.hasOpen(id));
        add(obstacles, Obstacle.REFUND_OPEN, refunds.hasOpen(id));
        add(obstacles, Obstacle.HOLD_OPEN, holds.hasOpen(id));
        add(obstacles, Obstacle.DISPUTE_OPEN, disputes.hasOpen(id));
        Money owed = (isTooLittle(debt) ? Money.ZERO : debt)
                .plus(ledger.disputeDebt(id))
                .plus(ledger.receivable(id));
        add(obstacles, Obstacle.MONEY_OWED, owed.isPositive());
        return obstacles;
    }

    private static boolean isClosed(BillingAccount account) {
        return account.status() == AccountStatus.CLOSING || account.status() == AccountStatus.CLOSED;
    }

    private static void add(Set<Obstacle> obstacles, Obstacle obstacle, boolean stands) {
        if (stands) {
            obstacles.add(obstacle);
        }
    }
}
