package billing.ejb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.model.PaymentIntent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentsTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = new Sandbox(SandboxTables.onH2());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_visa_card_pays() throws Exception {
        String customer = sandbox.customer();
        String method = sandbox.attach("pm_card_visa", customer).getId();
        PaymentIntent intent = sandbox.pay(customer, method);
        assertEquals("succeeded", intent.getStatus());
        assertEquals(2_500L, intent.getAmountReceived());
        assertTrue(sandbox.simulator.awaitNotices(Duration.ofSeconds(5)));
        assertEquals(
                List.of(
                        "customer.created",
                        "payment_method.attached",
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded"),
                sandbox.inbox.types());
    }

    @Test
    void a_declined_card_fails_with_the_banks_reason() throws Exception {
        String customer = sandbox.customer();
        String method = sandbox.attach("pm_card_chargeCustomerFail", customer).getId();
        CardException refused = assertThrows(CardException.class, () -> sandbox.pay(customer, method));
        assertEquals("card_declined", refused.getCode());
        assertEquals("generic_decline", refused.getDeclineCode());
        PaymentIntent intent = refused.getStripeError().getPaymentIntent();
        assertEquals("requires_payment_method", intent.getStatus());
    }
}
