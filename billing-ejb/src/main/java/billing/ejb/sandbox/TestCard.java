package billing.ejb.sandbox;

import billing.ejb.sandbox.Behaviour.Aftermath;
import billing.ejb.sandbox.Behaviour.Authentication;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The test cards: those of docs.stripe.com/testing with the behaviour they have there, and a few of the sandbox's own
 * where Stripe has none. The number is what somebody types on the hosted page; the token is what a program sends. This
 * is the one list of them, which the hosted page shows.
 *
 * <p>The account that the simulator plays blocks payments whose CVC or postcode check fails, which at Stripe is a rule
 * that each account sets for itself.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of enums and strings, all the way down
public enum TestCard implements TestMethod {
    VISA("pm_card_visa", "4242424242424242", "visa", "credit", Behaviour.WORKS),
    VISA_DEBIT("pm_card_visa_debit", "4000056655665556", "visa", "debit", Behaviour.WORKS),
    MASTERCARD("pm_card_mastercard", "5555555555554444", "mastercard", "credit", Behaviour.WORKS),
    MASTERCARD_DEBIT("pm_card_mastercard_debit", "5200828282828210", "mastercard", "debit", Behaviour.WORKS),
    MASTERCARD_PREPAID("pm_card_mastercard_prepaid", "5105105105105100", "mastercard", "prepaid", Behaviour.WORKS),
    AMEX("pm_card_amex", "378282246310005", "amex", "credit", Behaviour.WORKS),
    DISCOVER("pm_card_discover", "6011111111111117", "discover", "credit", Behaviour.WORKS),
    DINERS("pm_card_diners", "3056930009020004", "diners", "credit", Behaviour.WORKS),
    JCB("pm_card_jcb", "3566002020360505", "jcb", "credit", Behaviour.WORKS),
    UNIONPAY("pm_card_unionpay", "6200000000000005", "unionpay", "credit", Behaviour.WORKS),
    /** The sandbox's own. */
    VIRTUAL("pm_card_virtual", "4000009990000005", "visa", "credit", Behaviour.refused("card_not_supported")),

    DECLINED("pm_card_visa_chargeDeclined", "4000000000000002", Behaviour.refused("generic_decline")),
    /** Another name that the official command-line tool uses for the same card. */
    DECLINED_TOO("pm_card_chargeDeclined", "4000000000000002", Behaviour.refused("generic_decline")),
    INSUFFICIENT_FUNDS(
            "pm_card_visa_chargeDeclinedInsufficientFunds",
            "4000000000009995",
            Behaviour.refused("insufficient_funds")),
    LOST("pm_card_visa_chargeDeclinedLostCard", "4000000000009987", Behaviour.refused("lost_card")),
    STOLEN("pm_card_visa_chargeDeclinedStolenCard", "4000000000009979", Behaviour.refused("stolen_card")),
    EXPIRED("pm_card_chargeDeclinedExpiredCard", "4000000000000069", Behaviour.refused("expired_card")),
    INCORRECT_CVC("pm_card_chargeDeclinedIncorrectCvc", "4000000000000127", Behaviour.refused("incorrect_cvc")),
    PROCESSING_ERROR(
            "pm_card_chargeDeclinedProcessingError", "4000000000000119", Behaviour.refused("processing_error")),
    SPENDING_LIMIT(
            "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
            "4000000000006975",
            Behaviour.refused("card_velocity_exceeded")),
    FRAUDULENT("pm_card_chargeDeclinedFraudulent", "4100000000000019", Behaviour.refused("fraudulent")),
    RADAR_BLOCK("pm_card_radarBlock", "4100000000000019", Behaviour.refused("fraudulent")),
    CVC_CHECK_FAIL("pm_card_cvcCheckFail", "4000000000000101", Behaviour.refused("incorrect_cvc")),
    POSTCODE_CHECK_FAIL("pm_card_avsZipFail", "4000000000000036", Behaviour.refused("incorrect_zip")),
    ADDRESS_CHECK_FAIL("pm_card_avsFail", "4000000000000010", Behaviour.refused("incorrect_zip")),
    CHARGE_CUSTOMER_FAIL("pm_card_chargeCustomerFail", "4000000000000341", Behaviour.declined("generic_decline")),

    AUTHENTICATION_REQUIRED(
            "pm_card_authenticationRequired", "4000002760003184", Behaviour.authenticated(Authentication.ALWAYS)),
    AUTHENTICATION_ON_SETUP(
            "pm_card_authenticationRequiredOnSetup",
            "4000002500003155",
            Behaviour.authenticated(Authentication.UNTIL_SET_UP)),
    AUTHENTICATION_SET_UP(
            "pm_card_authenticationRequiredSetupForOffSession",
            "4000003800000446",
            Behaviour.authenticated(Authentication.ON_SESSION)),
    AUTHENTICATION_THEN_INSUFFICIENT_FUNDS(
            "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
            "4000008260003178",
            new Behaviour(null, Decline.card("insufficient_funds"), Authentication.ALWAYS, Aftermath.NONE)),
    THREE_D_SECURE_REQUIRED(
            "pm_card_threeDSecure2Required", "4000000000003220", Behaviour.authenticated(Authentication.ALWAYS)),
    THREE_D_SECURE_OPTIONAL("pm_card_threeDSecureOptional", "4000000000003055", Behaviour.WORKS),

    DISPUTE("pm_card_createDispute", "4000000000000259", Behaviour.followedBy(Aftermath.DISPUTE)),
    PRODUCT_NOT_RECEIVED(
            "pm_card_createDisputeProductNotReceived",
            "4000000000002685",
            Behaviour.followedBy(Aftermath.PRODUCT_NOT_RECEIVED)),
    INQUIRY("pm_card_createDisputeInquiry", "4000000000001976", Behaviour.followedBy(Aftermath.INQUIRY)),
    REFUND_FAILS("pm_card_refundFail", "4000000000005126", Behaviour.followedBy(Aftermath.REFUND_FAILS)),
    REFUND_PENDS("pm_card_pendingRefund", "4000000000007726", Behaviour.followedBy(Aftermath.REFUND_PENDS));

    private final String token;
    private final String number;
    private final String brand;
    private final String funding;
    private final Behaviour behaviour;

    TestCard(String token, String number, Behaviour behaviour) {
        this(token, number, "visa", "credit", behaviour);
    }

    TestCard(String token, String number, String brand, String funding, Behaviour behaviour) {
        this.token = token;
        this.number = number;
        this.brand = brand;
        this.funding = funding;
        this.behaviour = behaviour;
    }

    /** The card of a typed number, digits only. */
    static Optional<TestCard> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    @Override
    public String token() {
        return token;
    }

    public String number() {
        return number;
    }

    public String brand() {
        return brand;
    }

    public String funding() {
        return funding;
    }

    @Override
    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public String type() {
        return "card";
    }

    int cvcLength() {
        return brand.equals("amex") ? 4 : 3;
    }

    @Override
    public JsonObject details(Instant now) {
        return details(12, now.atOffset(ZoneOffset.UTC).getYear() + 4);
    }

    JsonObject details(int expMonth, int expYear) {
        return MethodShape.card(this, expMonth, expYear);
    }
}
