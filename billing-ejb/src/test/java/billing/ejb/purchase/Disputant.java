package billing.ejb.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import billing.domain.access.AccessReason;
import billing.domain.ledger.EntryKind;
import billing.domain.payment.DisputeStatus;
import billing.domain.purchase.CreditPurchase;
import billing.domain.purchase.Dispute;
import billing.ejb.access.AccessService;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.ledger.LedgerService;
import billing.ejb.payment.GatewayNoticeService;
import billing.ejb.sandbox.DisputeAction;
import billing.ejb.sandbox.DisputeResult;
import billing.ejb.sandbox.FaultKind;
import billing.ejb.sandbox.SandboxDispute;
import billing.ejb.sandbox.SandboxGatewayService;
import com.stripe.Stripe;
import java.util.List;

/** A customer whose bank asks payments back, in the words of the tests. */
final class Disputant {
    private final House house;
    private final Customer customer;
    private int notices;

    Disputant(House house, Customer customer) {
        this.house = house;
        this.customer = customer;
    }

    /** From now on the gateway tells nothing by itself. */
    Disputant isToldNothing() {
        house.get(SandboxGatewayService.class).script(FaultKind.WEBHOOK_LOST, 1_000, customer.id());
        return this;
    }

    SandboxDispute bank(CreditPurchase purchase, DisputeAction action) {
        DisputeResult result = house.get(SandboxGatewayService.class).dispute(purchase, action);
        return assertInstanceOf(DisputeResult.Done.class, result).dispute();
    }

    /** A notice of a dispute as the gateway would sign it now; what it says of the dispute may be old. */
    void hears(String type, String disputeId) {
        receives(type, """
                {"id":"%s","object":"dispute","status":"needs_response","amount":1}""".formatted(disputeId));
    }

    /** A notice of a refund. */
    void hearsOfRefund(String refundId) {
        receives("refund.updated", """
                {"id":"re_1","object":"refund","metadata":{"billing_refund":"%s"}}""".formatted(refundId));
    }

    /** A notice that the payment has succeeded. */
    void hearsOfSuccess(CreditPurchase purchase) {
        receives("payment_intent.succeeded", """
                {"id":"%s","object":"payment_intent","status":"succeeded","currency":"usd","amount":2500,
                 "amount_received":2500,"customer":"%s","metadata":{"billing_purchase":"%s"}}""".formatted(
                        purchase.paymentRef().orElseThrow(),
                        customer.account().gatewayCustomer().orElseThrow(),
                        purchase.id()));
    }

    private void receives(String type, String object) {
        String event = "evt_" + customer.id() + "_" + notices++;
        var notice = house.signed("""
                {"id":"%s","object":"event","api_version":"%s","type":"%s","data":{"object":%s}}
                """.formatted(event, Stripe.API_VERSION, type, object));
        house.get(GatewayNoticeService.class).receive(notice.payload(), notice.signature());
    }

    List<Dispute> disputes(CreditPurchase purchase) {
        return house.get(DisputeService.class).list(purchase.id());
    }

    /** Of a purchase's one dispute: how it stands. */
    void stands(CreditPurchase purchase, DisputeStatus status) {
        assertEquals(
                List.of(status),
                disputes(purchase).stream().map(Dispute::status).toList());
    }

    /** What there is to spend, what is kept, and what is owed; and the books fit. */
    void has(String available, String frozen, String owed) {
        LedgerService ledger = house.get(LedgerService.class);
        assertEquals(
                available + " available, " + frozen + " frozen, " + owed + " owed",
                customer.available() + " available, " + ledger.frozen(customer.id()) + " frozen, "
                        + ledger.disputeDebt(customer.id()) + " owed");
        customer.booksMatchTheGateway();
    }

    void mayNotSpend(AccessReason why) {
        assertEquals(why, access());
    }

    AccessReason access() {
        return house.get(AccessService.class)
                .decide(customer.id())
                .orElseThrow()
                .reason();
    }

    /** How often something stands in the books. */
    long entries(EntryKind kind) {
        return customer.entries().stream().filter(entry -> entry.kind() == kind).count();
    }
}
