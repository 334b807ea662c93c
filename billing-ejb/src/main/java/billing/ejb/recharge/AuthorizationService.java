package billing.ejb.recharge;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.AccountService;
import billing.ejb.purchase.PurchaseService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * Brings the owner to the bank's page, for a recharge or an invoice that the bank did not allow without the owner. The owner comes by the
 * mailed link, which works once and needs no login, or by the page of the purchase.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class AuthorizationService {
    @Inject
    AuthorizationRepository links;

    @Inject
    AuthorizationSteps steps;

    @Inject
    AuthorizationLinks addresses;

    @Inject
    PurchaseService purchases;

    @Inject
    AccountService accounts;

    /** Mails a link for a payment that waits for the owner, in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void mailLink(CreditPurchase purchase) {
        addresses.send(purchase);
    }

    /** What a link is about, as it is now; empty if it is none of ours. Whoever comes back from the bank is waited for. */
    public Optional<Authorization> find(String token) {
        return links.find(token)
                .flatMap(link -> purchases
                        .refresh(link.purchaseId())
                        .flatMap(purchase -> accounts.find(purchase.account())
                                .map(BillingAccount::name)
                                .map(name -> new Authorization(name, purchase, link.used()))));
    }

    /**
     * Uses the link up and asks the bank for its page.
     *
     * @return the bank's page; empty if the link was used before or is too old, if nothing is left to approve, or if the bank
     *     could not be asked, in which case the link stays good
     */
    public Optional<URI> begin(String token) {
        if (!steps.use(token)) {
            return Optional.empty();
        }
        Optional<CreditPurchase> purchase =
                links.find(token).flatMap(link -> purchases.authorize(link.purchaseId(), addresses.address(token)));
        if (purchase.filter(CreditPurchase::awaitsOwner).isPresent()) {
            steps.giveBack(token);
        }
        return purchase.flatMap(CreditPurchase::actionUrl);
    }

    /** The same for a logged-in member of the account. */
    public Optional<URI> begin(AccountId account, String purchaseId) {
        return purchases
                .find(purchaseId)
                .filter(purchase -> purchase.account().equals(account))
                .flatMap(purchase ->
                        purchases.authorize(purchaseId, purchase.charge().returnUrl()))
                .flatMap(CreditPurchase::actionUrl);
    }
}
