package billing.ejb.invoice;

import billing.domain.account.AccountStatus;
import billing.domain.id.AccountId;
import billing.domain.invoice.CollectionPlan;
import billing.domain.ledger.Cause;
import billing.domain.ledger.EntryKind;
import billing.domain.ledger.Transfer;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.DisputeStatus;
import billing.domain.payment.MethodType;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Dispute;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.account.AccountService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.purchase.DisputeChanged;
import billing.ejb.purchase.DisputeService;
import billing.ejb.purchase.InvoiceDebts;
import billing.ejb.purchase.PurchaseChanged;
import billing.ejb.purchase.RefundService;
import billing.ejb.recharge.AuthorizationService;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What payments mean for the invoices that they are of, in the transaction that changes them: an invoice is paid, and its
 * account may spend again, in the commit that takes note of the money.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class InvoiceOutcomes implements InvoiceDebts {
    /** What the gateway could not even try is tried again so soon, and not counted. */
    private static final Duration OUTAGE = Duration.ofMinutes(15);

    @Inject
    CollectionRepository invoices;

    @Inject
    AccountService accounts;

    @Inject
    RefundService refunds;

    @Inject
    DisputeService disputes;

    @Inject
    LedgerService ledger;

    @Inject
    AuthorizationService authorizations;

    @Inject
    InvoiceMails mails;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    @Override
    public Money open(AccountId account, String number) {
        return invoices.lock(number).map(locked -> locked.invoice().open()).orElse(Money.ZERO);
    }

    void changed(@Observes PurchaseChanged change) {
        CreditPurchase payment = change.purchase();
        payment.invoiceNumber().ifPresent(number -> {
            ledger.lock(payment.account());
            invoices.lock(number)
                    .filter(invoice -> invoice.status().isOpen())
                    .ifPresent(invoice -> changed(payment, invoice));
        });
    }

    /**
     * What is lost of a payment is owed again, and only that. Nothing is charged by itself any more: its owner did not want to
     * pay. Nobody pays for a closed account, nor can anybody pay less than the gateway charges: then it is the house's loss. An
     * account that is still being closed has its people and its cards, so its deletion waits for the payment.
     */
    void disputed(@Observes DisputeChanged change) {
        CreditPurchase payment = change.purchase();
        if (change.dispute().status() == DisputeStatus.LOST) {
            payment.invoiceNumber()
                    .flatMap(invoices::lock)
                    .ifPresent(invoice -> lost(payment, change.dispute(), invoice));
        }
    }

    private void lost(CreditPurchase payment, Dispute dispute, Collected invoice) {
        Money share = share(payment, dispute).min(invoice.paidSoFar());
        if (!share.isPositive()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Cause cause = Cause.dispute(dispute.id(), 0);
        Transfer returned =
                new Transfer(payment.account(), EntryKind.INVOICE_PAYMENT_RETURNED, share, cause, "system", now);
        ledger.oweAgain(returned);
        CollectionPlan plan = invoice.plan(configuration.grace());
        Collected reopened = invoice.reopened(share, plan.isGraceOver(now) ? now : plan.graceEnd());
        if (isClosed(payment.account()) || reopened.open().isLessThan(configuration.minCharge())) {
            ledger.pay(returned.as(EntryKind.INVOICE_WRITTEN_OFF));
            return;
        }
        invoices.save(reopened, null);
        mails.returned(share, payment, reopened, now);
    }

    /** What of the invoice's money the bank has: not what the invoice did not want, nor what another dispute took before. */
    private Money share(CreditPurchase payment, Dispute dispute) {
        Money before = disputes.list(payment.id()).stream()
                .filter(other -> !other.id().equals(dispute.id()) && other.status() == DisputeStatus.LOST)
                .map(Dispute::amount)
                .reduce(Money.ZERO, Money::plus);
        Money left = payment.amount().minus(refunds.surplus(payment)).minus(before);
        return dispute.amount().minus(refunds.surplusAsCredits(payment)).min(left);
    }

    private boolean isClosed(AccountId account) {
        return accounts.find(account)
                .filter(found -> found.status() != AccountStatus.CLOSED)
                .isEmpty();
    }

    private void changed(CreditPurchase payment, Collected invoice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (payment.status()) {
            case SUCCEEDED, PARTIALLY_REFUNDED -> paid(payment, invoice, now);
            case FAILED, EXPIRED -> invoices.save(failed(payment, invoice, now), null);
            case ACTION_REQUIRED -> awaitsOwner(payment, invoice, now);
            default -> {
                // still under way, or a change of what was settled
            }
        }
    }

    private void paid(CreditPurchase payment, Collected invoice, Instant now) {
        AccountId account = payment.account();
        if (payment.amount().isLessThan(invoice.open())) {
            invoices.save(invoice.paidPartly(payment.amount()), null);
            return;
        }
        invoices.save(invoice.paid(), now);
        if (invoice.suspends() && !invoices.anySuspends(account)) {
            ledger.pastDue(account, false);
        }
        mails.paid(payment, invoice);
    }

    private void awaitsOwner(CreditPurchase payment, Collected invoice, Instant now) {
        if (payment.awaitsOwner()) {
            authorizations.mailLink(payment);
        }
        invoices.save(invoice.next(now), null);
    }

    private Collected failed(CreditPurchase payment, Collected invoice, Instant now) {
        if (payment.isGivenUp()) {
            return invoice.next(now);
        }
        if (!isUnattended(payment)) {
            return failedByHand(payment, invoice, now);
        }
        if (isOutage(payment)) {
            return invoice.tried(Math.max(invoice.tries() - 1, 0)).next(now.plus(OUTAGE));
        }
        int tries = invoice.plan(configuration.grace()).triesDue(now);
        Collected declined = tries > 0 ? invoice.pastDue().tried(tries) : invoice;
        mails.failed(payment, declined, now);
        return declined.next(now);
    }

    /** Whoever pays by hand sees a decline; that a bank's approval was not given in time, nobody sees. */
    private Collected failedByHand(CreditPurchase payment, Collected invoice, Instant now) {
        boolean isDue = invoice.plan(configuration.grace()).triesDue(now) > 0;
        Collected after = isDue ? invoice.pastDue() : invoice;
        if (isDue && payment.status() == PurchaseStatus.EXPIRED) {
            mails.failed(payment, after, now);
        }
        return after.next(now);
    }

    /** Whether nobody sees on a page that it failed: a bank debit fails days later. */
    private static boolean isUnattended(CreditPurchase payment) {
        return payment.isOffSession() || payment.methodType() == MethodType.US_BANK_ACCOUNT;
    }

    private static boolean isOutage(CreditPurchase payment) {
        return payment.isOffSession()
                && payment.status() == PurchaseStatus.FAILED
                && payment.paymentRef().isEmpty()
                && payment.failure()
                        .filter(DeclineCode.PROCESSING_ERROR::equals)
                        .isPresent();
    }
}
