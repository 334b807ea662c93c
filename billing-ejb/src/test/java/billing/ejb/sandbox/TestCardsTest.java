package billing.ejb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.PaymentIntentCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestCardsTest {
    private Sandbox sandbox;
    private String customer;

    @BeforeAll
    void start() throws Exception {
        sandbox = new Sandbox(SandboxTables.onH2());
        customer = sandbox.customer();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa, visa, credit, 4242",
        "pm_card_visa_debit, visa, debit, 5556",
        "pm_card_mastercard, mastercard, credit, 4444",
        "pm_card_mastercard_debit, mastercard, debit, 8210",
        "pm_card_mastercard_prepaid, mastercard, prepaid, 5100",
        "pm_card_amex, amex, credit, 0005",
        "pm_card_discover, discover, credit, 1117",
        "pm_card_diners, diners, credit, 0004",
        "pm_card_jcb, jcb, credit, 0505",
        "pm_card_unionpay, unionpay, credit, 0005",
        "pm_card_threeDSecureOptional, visa, credit, 3055",
    })
    void a_working_card_is_saved_and_pays(String token, String brand, String funding, String last4) throws Exception {
        PaymentMethod method = sandbox.attach(token, customer);
        assertEquals(brand, method.getCard().getBrand());
        assertEquals(funding, method.getCard().getFunding());
        assertEquals(last4, method.getCard().getLast4());
        assertEquals(customer, method.getCustomer());
        assertEquals("succeeded", sandbox.pay(customer, method.getId()).getStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_visa_chargeDeclinedLostCard, card_declined, lost_card",
        "pm_card_visa_chargeDeclinedStolenCard, card_declined, stolen_card",
        "pm_card_visa_chargeDeclinedVelocityLimitExceeded, card_declined, card_velocity_exceeded",
        "pm_card_chargeDeclinedFraudulent, card_declined, fraudulent",
        "pm_card_radarBlock, card_declined, fraudulent",
        "pm_card_virtual, card_declined, card_not_supported",
        "pm_card_chargeDeclinedExpiredCard, expired_card,",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc,",
        "pm_card_cvcCheckFail, incorrect_cvc,",
        "pm_card_chargeDeclinedProcessingError, processing_error,",
        "pm_card_avsZipFail, incorrect_zip,",
        "pm_card_avsFail, incorrect_zip,",
    })
    void a_refused_card_is_neither_saved_nor_charged(String token, String code, String reason) throws Exception {
        CardException atAttach = assertThrows(CardException.class, () -> sandbox.attach(token, customer));
        assertEquals(402, atAttach.getStatusCode());
        assertEquals(code, atAttach.getCode());
        assertEquals(reason, atAttach.getDeclineCode());
        assertNull(atAttach.getCharge());

        CardException atCharge = assertThrows(CardException.class, () -> sandbox.pay(customer, token));
        assertEquals(code, atCharge.getCode());
        assertEquals(reason, atCharge.getDeclineCode());
        assertTrue(atCharge.getCharge().startsWith("ch_"));
        PaymentIntent failed = atCharge.getStripeError().getPaymentIntent();
        assertEquals("requires_payment_method", failed.getStatus());
        assertEquals(code, failed.getLastPaymentError().getCode());
        assertEquals(atCharge.getCharge(), failed.getLatestCharge());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeCustomerFail, card_declined, generic_decline",
        "pm_card_chargeDeclined_lost_card, card_declined, lost_card",
        "pm_card_chargeDeclined_do_not_honor, card_declined, do_not_honor",
        "pm_card_chargeDeclined_expired_card, expired_card,",
        "pm_card_chargeDeclined_card_not_supported, card_declined, card_not_supported",
        "pm_card_chargeDeclined_authentication_required, authentication_required, authentication_required",
    })
    void a_card_can_be_saved_and_yet_be_declined_each_time(String token, String code, String reason) throws Exception {
        String method = sandbox.attach(token, customer).getId();
        for (int i = 0; i < 2; i++) {
            CardException declined = assertThrows(CardException.class, () -> sandbox.pay(customer, method));
            assertEquals(code, declined.getCode());
            assertEquals(reason, declined.getDeclineCode());
        }
    }

    @Test
    void an_unsupported_card_is_told_in_the_words_of_the_seeds() {
        CardException refused = assertThrows(CardException.class, () -> sandbox.attach("pm_card_virtual", customer));
        assertEquals(
                "Your card does not support this type of purchase.",
                refused.getStripeError().getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_authenticationRequired, requires_action, authentication_required",
        "pm_card_threeDSecure2Required, requires_action, authentication_required",
        "pm_card_authenticationRequiredOnSetup, requires_action, authentication_required",
        "pm_card_authenticationRequiredSetupForOffSession, requires_action, succeeded",
    })
    void a_bank_wants_to_see_its_customer(String token, String onSession, String offSession) throws Exception {
        String method = sandbox.attach(token, customer).getId();
        assertEquals(onSession, sandbox.pay(customer, method).getStatus());
        PaymentIntentCreateParams params = sandbox.payment(customer, method)
                .setReturnUrl(null)
                .setOffSession(true)
                .build();
        if (offSession.equals("succeeded")) {
            assertEquals(
                    offSession,
                    sandbox.stripe.v1().paymentIntents().create(params).getStatus());
            return;
        }
        CardException declined = assertThrows(
                CardException.class, () -> sandbox.stripe.v1().paymentIntents().create(params));
        assertEquals(offSession, declined.getCode());
    }

    static Stream<TestBank> banks() {
        return Stream.of(TestBank.values());
    }

    @ParameterizedTest
    @MethodSource("banks")
    void every_bank_account_can_be_saved(TestBank bank) throws Exception {
        PaymentMethod method = sandbox.attach(bank.token(), customer);
        assertEquals("us_bank_account", method.getType());
        assertEquals("110000000", method.getUsBankAccount().getRoutingNumber());
        assertEquals("processing", sandbox.pay(customer, method.getId()).getStatus());
    }

    @Test
    void every_card_has_a_token_of_its_own_and_a_number_with_a_right_check_digit() {
        List<String> tokens = new ArrayList<>();
        for (TestCard card : TestCard.values()) {
            tokens.add(card.token());
            assertTrue(isCardNumber(card.number()), card.number());
        }
        assertEquals(tokens.size(), tokens.stream().distinct().count());
    }

    @Test
    void a_card_that_was_removed_cannot_come_back() throws Exception {
        String method = sandbox.attach("pm_card_visa", customer).getId();
        assertNull(sandbox.stripe.v1().paymentMethods().detach(method).getCustomer());
        assertThrows(InvalidRequestException.class, () -> sandbox.attach(method, customer));
        assertThrows(InvalidRequestException.class, () -> sandbox.pay(customer, method));
    }

    @Test
    void a_card_is_its_owners_alone() throws Exception {
        String method = sandbox.attach("pm_card_visa", customer).getId();
        String other = sandbox.customer();
        assertThrows(InvalidRequestException.class, () -> sandbox.attach(method, other));
        assertThrows(InvalidRequestException.class, () -> sandbox.pay(other, method));
    }

    private static boolean isCardNumber(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }
}
