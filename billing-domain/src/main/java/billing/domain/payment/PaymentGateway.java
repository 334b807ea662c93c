package billing.domain.payment;

import billing.domain.account.BillingAccount;
import billing.domain.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The payment service provider that holds the cards. No call may be made inside a transaction: each waits for somebody
 * else's computer.
 */
public interface PaymentGateway {
    /** The gateway's id of the account's customer; asked again for the same account, the same. */
    String createCustomer(BillingAccount account) throws GatewayUnavailableException;

    /** Who that was: of an account that was deleted, nobody else knows. Empty if the gateway does not tell. */
    Optional<GatewayCustomer> customer(String customerRef);

    /** Opens the hosted page where the owner types in a card or a bank account; it comes back to {@code returnUrl}. */
    HostedSetup openSetup(String customerRef, URI returnUrl, URI cancelUrl) throws GatewayUnavailableException;

    /** What came of a hosted page of this customer. */
    AttachOutcome finishSetup(String customerRef, String setupId);

    /** Adds the payment method that a token names; the gateway verifies it. */
    AttachOutcome attach(String customerRef, String token);

    /** Forgets a payment method; one that is gone already is fine. */
    void detach(String methodRef) throws GatewayUnavailableException;

    /** Charges under the charge's idempotency key: sent twice, it is charged once. */
    PaymentOutcome charge(Charge charge);

    /**
     * Asks the bank for the owner's approval of a payment that was declined because the owner was not there: the same payment,
     * now on-session.
     *
     * @param returnUrl where the bank's page sends the owner back to
     */
    PaymentOutcome authorize(Charge charge, String paymentRef, URI returnUrl);

    /** Looks a charge up among the customer's payments by its id in their metadata, for when its key can't tell. */
    PaymentOutcome find(Charge charge);

    /** What has become of a payment. */
    PaymentOutcome look(String paymentRef);

    /** Cancels a payment that waits for the owner, or tells what it is instead. */
    PaymentOutcome cancel(String paymentRef);

    /** Pays back a part of a payment, under the refund's own key: sent twice, it is paid back once. */
    RefundOutcome refund(String refundId, String paymentRef, Money amount);

    /** Looks a refund up by its id in the metadata of the payment's refunds, for when its key can't tell. */
    RefundOutcome findRefund(String refundId, String paymentRef);

    /** A dispute as it is now; empty if the gateway has none of that name. */
    Optional<GatewayDispute> dispute(String disputeRef) throws GatewayUnavailableException;

    /** All disputes that were opened since then, as they are now. */
    List<GatewayDispute> disputesSince(Instant time) throws GatewayUnavailableException;

    /** Reads a notice; empty if its signature is not the gateway's, or is too old. */
    Optional<GatewayNotice> read(String payload, String signature);
}
