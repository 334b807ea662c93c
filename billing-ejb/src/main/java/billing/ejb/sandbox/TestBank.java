package billing.ejb.sandbox;

import billing.ejb.sandbox.Behaviour.Aftermath;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The test bank accounts of docs.stripe.com/payments/ach-direct-debit (all with routing number {@link #ROUTING_NUMBER}),
 * and one of the sandbox's own. A debit settles or fails four days after it was asked for.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of enums and strings, all the way down
public enum TestBank implements TestMethod {
    SUCCESS("pm_usBankAccount_success", "000123456789", Behaviour.WORKS),
    ACCOUNT_CLOSED("pm_usBankAccount_accountClosed", "000111111113", Behaviour.returned("account_closed")),
    NO_ACCOUNT("pm_usBankAccount_noAccount", "000111111116", Behaviour.returned("no_account")),
    INSUFFICIENT_FUNDS("pm_usBankAccount_insufficientFunds", "000222222227", Behaviour.returned("insufficient_funds")),
    DEBIT_NOT_AUTHORIZED(
            "pm_usBankAccount_debitNotAuthorized", "000333333335", Behaviour.returned("debit_not_authorized")),
    PROCESSING("pm_usBankAccount_processing", "000000000009", Behaviour.followedBy(Aftermath.NEVER_SETTLES)),
    DISPUTE("pm_usBankAccount_dispute", "000888888885", Behaviour.followedBy(Aftermath.RETURNED_AT_ONCE)),
    /** The sandbox's own. */
    RETURNED("pm_usBankAccount_returned", "000555555557", Behaviour.followedBy(Aftermath.RETURNED_LATER));

    public static final String ROUTING_NUMBER = "110000000";

    private final String token;
    private final String accountNumber;
    private final Behaviour behaviour;

    TestBank(String token, String accountNumber, Behaviour behaviour) {
        this.token = token;
        this.accountNumber = accountNumber;
        this.behaviour = behaviour;
    }

    /** The account of a typed number, digits only. */
    static Optional<TestBank> ofAccount(String number) {
        return Arrays.stream(values())
                .filter(bank -> bank.accountNumber.equals(number))
                .findFirst();
    }

    @Override
    public String token() {
        return token;
    }

    public String accountNumber() {
        return accountNumber;
    }

    @Override
    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public String type() {
        return "us_bank_account";
    }

    @Override
    public JsonObject details(Instant now) {
        return details("individual", "checking");
    }

    JsonObject details(String holderType, String accountType) {
        return Jsons.build()
                .add("account_holder_type", holderType)
                .add("account_type", accountType)
                .add("bank_name", "STRIPE TEST BANK")
                .add("financial_connections_account", null)
                .add("fingerprint", MethodShape.fingerprint(token))
                .add("last4", accountNumber.substring(accountNumber.length() - 4))
                .add("networks", Jsons.object("preferred", "ach", "supported", List.of("ach")))
                .add("routing_number", ROUTING_NUMBER)
                .add("status_details", null)
                .done();
    }
}
