package billing.web.invoice;

import billing.domain.account.BillingAccount;
import billing.domain.invoice.CollectionPlan;
import billing.domain.invoice.Invoice;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.PurchaseStatus;
import billing.ejb.account.AccountService;
import billing.ejb.invoice.InvoicePaymentService;
import billing.ejb.invoice.InvoiceService;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.Formats;
import billing.web.page.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What comes next for invoices that were due and are not paid, as their mails say it. */
@Named("unpaid")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class UnpaidBacking {
    private Instant now;

    @Inject
    private MeBacking me;

    @Inject
    private AccountService accounts;

    @Inject
    private InvoiceService invoices;

    @Inject
    private InvoicePaymentService payments;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @PostConstruct
    void load() {
        now = clock.instant();
    }

    /** The account's invoices that were due and are not paid, the oldest first. */
    public List<Invoice> getAll() {
        return invoices.pastDue(me.accountId());
    }

    /** What was due, and whether its last payment was declined. */
    public String what(Invoice invoice) {
        String due = Messages.text(
                "unpaid.due",
                String.valueOf(invoice.number()),
                Formats.money(invoice.open(), configuration.currency()),
                Formats.day(Objects.requireNonNull(invoice.dueAt())));
        return newest(invoice)
                .filter(payment -> payment.status() == PurchaseStatus.FAILED)
                .flatMap(CreditPurchase::failure)
                .map(code -> due + " " + Messages.text("unpaid.declined", Messages.of("decline", code)))
                .orElse(due);
    }

    /** When it is charged again and when access stops; empty for one that is not due, or being charged. */
    public String next(Invoice invoice) {
        Optional<PurchaseStatus> newest = newest(invoice).map(CreditPurchase::status);
        boolean processing = newest.filter(PurchaseStatus.PROCESSING::equals).isPresent();
        if (invoice.status() != InvoiceStatus.PAST_DUE || processing) {
            return "";
        }
        CollectionPlan plan = new CollectionPlan(Objects.requireNonNull(invoice.dueAt()), configuration.grace());
        List<String> said = new ArrayList<>();
        if (newest.filter(PurchaseStatus::isOpen).isEmpty()) {
            tryAgain(invoice, plan).ifPresent(said::add);
        }
        if (!invoice.suspends() && isActive(invoice)) {
            said.add(access(plan));
        }
        return String.join(" ", said);
    }

    private Optional<String> tryAgain(Invoice invoice, CollectionPlan plan) {
        if (invoice.tries() >= CollectionPlan.ALL_TRIES) {
            return Optional.of(Messages.text("unpaid.last"));
        }
        return plan.nextTry(now)
                .filter(at -> invoice.tries() == plan.triesDue(now))
                .map(at -> Messages.text("unpaid.again", Formats.minute(at)));
    }

    private String access(CollectionPlan plan) {
        return plan.isGraceOver(now)
                ? Messages.text("unpaid.stopped")
                : Messages.text("unpaid.stops", Formats.minute(plan.graceEnd()));
    }

    private boolean isActive(Invoice invoice) {
        return accounts.find(invoice.account()).filter(BillingAccount::isActive).isPresent();
    }

    private Optional<CreditPurchase> newest(Invoice invoice) {
        return payments.payments(String.valueOf(invoice.number())).stream().findFirst();
    }
}
