package billing.ejb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.ejb.sandbox.GatewayCharge.Status;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debits that take days, refunds and disputes. */
class AfterPaymentTest {
    private Sandbox sandbox;
    private String customer;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(dataSource());
        customer = sandbox.customer();
    }

    /** The same holds on another database; see {@link OnPostgresTest}. */
    DataSource dataSource() {
        return SandboxTables.onH2();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_bank_debit_settles_after_four_days() throws Exception {
        PaymentIntent intent = paidBy("pm_usBankAccount_success");
        assertEquals("processing", intent.getStatus());
        Instant due = sandbox.clock.instant().plus(Duration.ofDays(4));
        assertEquals(Optional.of(due), sandbox.simulator.nextDue());
        sandbox.advance(Duration.ofDays(4).minusSeconds(1));
        assertEquals("processing", again(intent).getStatus());
        assertEquals(Status.PROCESSING, only().status());
        sandbox.advance(Duration.ofSeconds(1));
        assertEquals("succeeded", again(intent).getStatus());
        assertEquals(2_500L, again(intent).getAmountReceived());
        assertEquals(Status.SUCCEEDED, only().status());
        assertEquals(Optional.empty(), sandbox.simulator.nextDue());
        assertTrue(sandbox.inbox.types().contains("payment_intent.processing"));
        assertTrue(sandbox.inbox.types().contains("payment_intent.succeeded"));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_usBankAccount_insufficientFunds, insufficient_funds",
        "pm_usBankAccount_accountClosed, account_closed",
        "pm_usBankAccount_noAccount, no_account",
        "pm_usBankAccount_debitNotAuthorized, debit_not_authorized",
    })
    void a_bank_debit_can_fail_after_four_days(String token, String code) throws Exception {
        PaymentIntent intent = paidBy(token);
        sandbox.advance(Duration.ofDays(4));
        PaymentIntent failed = again(intent);
        assertEquals("requires_payment_method", failed.getStatus());
        assertEquals(code, failed.getLastPaymentError().getCode());
        assertEquals(code, charge(failed).getFailureCode());
        assertEquals(Status.FAILED, only().status());
        assertTrue(sandbox.inbox.types().contains("payment_intent.payment_failed"));
    }

    @Test
    void a_bank_debit_can_stay_under_way() throws Exception {
        PaymentIntent intent = paidBy("pm_usBankAccount_processing");
        sandbox.advance(Duration.ofDays(40));
        assertEquals("processing", again(intent).getStatus());
    }

    @ParameterizedTest
    @CsvSource({"pm_usBankAccount_dispute, 0", "pm_usBankAccount_returned, 2"})
    void a_settled_debit_can_come_back_as_a_lost_dispute(String token, int days) throws Exception {
        PaymentIntent intent = paidBy(token);
        sandbox.advance(Duration.ofDays(4));
        assertEquals("succeeded", again(intent).getStatus());
        assertEquals(days > 0, !charge(again(intent)).getDisputed());
        sandbox.advance(Duration.ofDays(days));
        assertEquals("lost", dispute(intent).getStatus());
        assertTrue(charge(again(intent)).getDisputed());
        assertTrue(sandbox.inbox.types().contains("charge.dispute.closed"));
    }

    @Test
    void money_goes_back_in_parts_and_never_more_than_there_was() throws Exception {
        PaymentIntent intent = paidBy("pm_card_visa");
        assertEquals("succeeded", refund(intent, 1_000L).getStatus());
        assertEquals(Status.SUCCEEDED, only().status());
        InvalidRequestException tooMuch = assertThrows(InvalidRequestException.class, () -> refund(intent, 1_501L));
        assertTrue(tooMuch.getMessage()
                .startsWith("Refund amount ($15.01) is greater than unrefunded amount on charge ($15.00)"));
        assertEquals(1_500L, refund(intent, null).getAmount());
        assertEquals(Status.REFUNDED, only().status());
        InvalidRequestException again = assertThrows(InvalidRequestException.class, () -> refund(intent, 1L));
        assertEquals("charge_already_refunded", again.getCode());

        ChargeRetrieveParams expanded =
                ChargeRetrieveParams.builder().addExpand("refunds").build();
        Charge charge = sandbox.stripe.v1().charges().retrieve(intent.getLatestCharge(), expanded);
        assertEquals(2_500L, charge.getAmountRefunded());
        assertEquals(2, charge.getRefunds().getData().size());
    }

    @Test
    void a_refund_can_fail_afterwards() throws Exception {
        PaymentIntent intent = paidBy("pm_card_refundFail");
        Refund refund = refund(intent, 2_500L);
        assertEquals("succeeded", refund.getStatus());
        sandbox.advance(Duration.ofMinutes(10));
        Refund failed = sandbox.stripe.v1().refunds().retrieve(refund.getId());
        assertEquals("failed", failed.getStatus());
        assertEquals("expired_or_canceled_card", failed.getFailureReason());
        assertFalse(charge(intent).getRefunded());
        assertEquals(Status.SUCCEEDED, only().status());
        assertTrue(sandbox.inbox.types().contains("refund.failed"));
    }

    @Test
    void any_refund_can_be_made_to_fail() throws Exception {
        Refund refund = refund(paidBy("pm_card_visa"), 500L);
        sandbox.simulator.failRefund(refund.getId());
        sandbox.simulator.failRefund(refund.getId());
        assertEquals(
                "failed", sandbox.stripe.v1().refunds().retrieve(refund.getId()).getStatus());
        assertEquals(
                0L,
                charge(sandbox.stripe.v1().paymentIntents().list().getData().get(0))
                        .getAmountRefunded());
    }

    @Test
    void a_refund_can_take_its_time() throws Exception {
        Refund refund = refund(paidBy("pm_card_pendingRefund"), null);
        assertEquals("pending", refund.getStatus());
        sandbox.advance(Duration.ofMinutes(10));
        assertEquals(
                "succeeded",
                sandbox.stripe.v1().refunds().retrieve(refund.getId()).getStatus());
    }

    @Test
    void a_card_can_dispute_by_itself() throws Exception {
        PaymentIntent intent = paidBy("pm_card_createDispute");
        Dispute dispute = dispute(intent);
        assertEquals("needs_response", dispute.getStatus());
        assertEquals("fraudulent", dispute.getReason());
        InvalidRequestException frozen = assertThrows(InvalidRequestException.class, () -> refund(intent, 100L));
        assertEquals("charge_disputed", frozen.getCode());
        DisputeUpdateParams winning = DisputeUpdateParams.builder()
                .setEvidence(DisputeUpdateParams.Evidence.builder()
                        .setUncategorizedText("winning_evidence")
                        .build())
                .build();
        assertEquals(
                "won",
                sandbox.stripe.v1().disputes().update(dispute.getId(), winning).getStatus());
        sandbox.simulator.awaitNotices(Duration.ofSeconds(5));
        assertTrue(sandbox.inbox.types().contains("charge.dispute.funds_withdrawn"));
        assertTrue(sandbox.inbox.types().contains("charge.dispute.funds_reinstated"));
    }

    @ParameterizedTest
    @CsvSource({"true, won", "false, lost"})
    void a_dispute_is_opened_and_decided_by_hand(boolean won, String status) throws Exception {
        PaymentIntent intent = paidBy("pm_card_visa");
        String dispute = sandbox.simulator.openDispute(intent.getLatestCharge());
        assertTrue(charge(intent).getDisputed());
        sandbox.simulator.closeDispute(dispute, won);
        sandbox.simulator.closeDispute(dispute, !won);
        assertEquals(status, sandbox.stripe.v1().disputes().retrieve(dispute).getStatus());
    }

    @Test
    void nobody_asks_back_what_is_refunded() throws Exception {
        PaymentIntent intent = paidBy("pm_card_visa");
        refund(intent, 1_000L);
        String dispute = sandbox.simulator.openDispute(intent.getLatestCharge());
        assertEquals(1_500L, sandbox.stripe.v1().disputes().retrieve(dispute).getAmount());
    }

    @Test
    void what_is_due_happens_once_on_two_nodes() throws Exception {
        paidBy("pm_usBankAccount_success");
        sandbox.clock.advance(Duration.ofDays(4));
        GatewaySimulator second = sandbox.another();
        second.start();
        try {
            Thread other = new Thread(() -> second.runDue(sandbox.clock.instant()));
            other.start();
            sandbox.simulator.runDue(sandbox.clock.instant());
            other.join();
            assertTrue(sandbox.simulator.awaitNotices(Duration.ofSeconds(5)));
            assertEquals(
                    1,
                    sandbox.inbox.types().stream()
                            .filter("payment_intent.succeeded"::equals)
                            .count());
        } finally {
            second.stop();
        }
    }

    private PaymentIntent paidBy(String token) throws Exception {
        return sandbox.pay(customer, sandbox.attach(token, customer).getId());
    }

    private PaymentIntent again(PaymentIntent intent) throws Exception {
        return sandbox.stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    private Charge charge(PaymentIntent intent) throws Exception {
        return sandbox.stripe.v1().charges().retrieve(intent.getLatestCharge());
    }

    private Dispute dispute(PaymentIntent intent) throws Exception {
        DisputeListParams params =
                DisputeListParams.builder().setPaymentIntent(intent.getId()).build();
        return sandbox.stripe.v1().disputes().list(params).getData().get(0);
    }

    private Refund refund(PaymentIntent intent, Long amount) throws Exception {
        RefundCreateParams.Builder params = RefundCreateParams.builder().setPaymentIntent(intent.getId());
        return sandbox.stripe.v1().refunds().create((amount == null ? params : params.setAmount(amount)).build());
    }

    private GatewayCharge only() {
        assertEquals(1, sandbox.simulator.charges(customer).size());
        return sandbox.simulator.charges(customer).get(0);
    }
}
