package billing.web.account;

import billing.domain.account.BillingContact;
import billing.domain.account.Member;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.invoice.Invoice;
import billing.domain.ledger.Entry;
import billing.domain.payment.PaymentMethod;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.AuditService;
import billing.ejb.account.ContactService;
import billing.ejb.account.MemberService;
import billing.ejb.account.OperatorAction;
import billing.ejb.account.TermsChange;
import billing.ejb.account.TermsService;
import billing.ejb.invoice.InvoiceService;
import billing.ejb.ledger.EntryQuery;
import billing.ejb.ledger.Gift;
import billing.ejb.ledger.LedgerService;
import billing.ejb.payment.PaymentMethodService;
import billing.ejb.purchase.PurchaseService;
import billing.ejb.runtime.Configuration;
import billing.web.page.Formats;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/account}: what an operator looks at before doing anything. */
@Named("accountPage")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AccountPageBacking {
    private static final int ROWS = 10;
    private static final int MOST_GIFTS = 100;

    private @Nullable String purchasesAfter;
    private @Nullable String invoicesAfter;
    private List<Gift> gifts;
    private Page<CreditPurchase> purchases;
    private List<Entry> entries;
    private List<TermsChange> changes;
    private List<OperatorAction> actions;
    private Page<Invoice> invoices;
    private List<PaymentMethod> methods;
    private List<Member> members;
    private List<BillingContact> contacts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CustomerBacking customer;

    @Inject
    private LedgerService ledger;

    @Inject
    private PurchaseService purchaseService;

    @Inject
    private TermsService terms;

    @Inject
    private AuditService audit;

    @Inject
    private InvoiceService invoiceService;

    @Inject
    private PaymentMethodService methodService;

    @Inject
    private MemberService memberService;

    @Inject
    private ContactService contactService;

    @Inject
    private Configuration configuration;

    @PostConstruct
    void load() {
        AccountId id = customer.id();
        purchasesAfter = request.getParameter("purchasesAfter");
        invoicesAfter = request.getParameter("invoicesAfter");
        gifts = ledger.gifts(id, MOST_GIFTS);
        purchases = purchaseService.list(id, purchasesAfter, ROWS);
        entries =
                ledger.entries(new EntryQuery(id, null, null, null, null, ROWS)).items();
        changes = terms.changes(id, null, ROWS).items();
        actions = audit.list(id, null, ROWS).items();
        invoices = invoiceService.list(id, invoicesAfter, ROWS);
        methods = methodService.onFile(id);
        members = memberService.list(id);
        contacts = contactService.list(id);
    }

    public List<Gift> getGifts() {
        return gifts;
    }

    public Page<CreditPurchase> getPurchases() {
        return purchases;
    }

    public boolean isFirstPurchases() {
        return purchasesAfter == null;
    }

    /** The newest entries of the books. */
    public List<Entry> getEntries() {
        return entries;
    }

    /** The newest changes of the terms and of the owner's limit. */
    public List<TermsChange> getChanges() {
        return changes;
    }

    /** The terms of a change in words. */
    public String termsOf(TermsChange change) {
        return TermsTexts.name(change.terms());
    }

    /** How far below zero a change let the account go, in words. */
    public String limitOf(TermsChange change) {
        return TermsTexts.limit(change.terms().spendingLimit(), configuration.currency());
    }

    public List<OperatorAction> getActions() {
        return actions;
    }

    public Page<Invoice> getInvoices() {
        return invoices;
    }

    public boolean isFirstInvoices() {
        return invoicesAfter == null;
    }

    public List<PaymentMethod> getMethods() {
        return methods;
    }

    /** A payment method as people know it. */
    public String labelOf(PaymentMethod method) {
        return Formats.method(method.details().brand(), method.details().last4());
    }

    public List<Member> getMembers() {
        return members;
    }

    public List<BillingContact> getContacts() {
        return contacts;
    }
}
