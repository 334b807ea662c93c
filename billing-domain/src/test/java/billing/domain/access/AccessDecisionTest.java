package billing.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.ledger.Balance;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessDecisionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # status   | terms    | limit  | own  | purchases | available   | reason
        ACTIVE     | PREPAID  | 0.00   | -    | 0         | 100.00      | NO_PURCHASE_YET
        ACTIVE     | PREPAID  | 0.00   | -    | 1         | 0.000000001 | OK
        ACTIVE     | PREPAID  | 0.00   | -    | 1         | 0.00        | BALANCE_EXHAUSTED
        ACTIVE     | PREPAID  | 0.00   | -    | 1         | -1.00       | BALANCE_EXHAUSTED
        ACTIVE     | PREPAID  | 0.00   | -    | 0         | 0.00        | NO_PURCHASE_YET
        ACTIVE     | BUILD    | 100.00 | -    | 1         | -99.99      | OK
        ACTIVE     | BUILD    | 100.00 | -    | 1         | -100.00     | LIMIT_REACHED
        ACTIVE     | BUILD    | 100.00 | 0.00 | 1         | 0.00        | BALANCE_EXHAUSTED
        ACTIVE     | BUILD    | 100.00 | 5.00 | 1         | -5.00       | LIMIT_REACHED
        ACTIVE     | BUILD    | 100.00 | -    | 0         | 5.00        | NO_PURCHASE_YET
        ACTIVE     | CONTRACT | -      | -    | 0         | -99999.00   | OK
        ACTIVE     | CONTRACT | -      | 7.00 | 0         | -7.00       | LIMIT_REACHED
        SUSPENDED  | PREPAID  | 0.00   | -    | 0         | 100.00      | SUSPENDED
        CLOSING    | PREPAID  | 0.00   | -    | 1         | 100.00      | CLOSED
        CLOSED     | CONTRACT | -      | -    | 1         | 100.00      | CLOSED
        """)
    void access_is_decided(
            AccountStatus status,
            TermsType type,
            String limit,
            String own,
            int purchases,
            String available,
            AccessReason reason) {
        BillingTerms terms = new BillingTerms(type, null, money(limit), null, money(own));
        AccessDecision decision =
                AccessDecision.decide(status, terms, purchases, Overdue.NOTHING, balance(Money.of(available)));
        assertEquals(reason, decision.reason());
        assertEquals(reason == AccessReason.OK, decision.allowed());
    }

    @ParameterizedTest
    @CsvSource({"false, false, NOTHING", "false, true, DISPUTE_DEBT", "true, false, INVOICE", "true, true, INVOICE"})
    void an_invoice_is_paid_first(boolean pastDue, boolean disputeDebt, Overdue overdue) {
        assertEquals(overdue, Overdue.of(pastDue, disputeDebt));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 0, 100.00, PAST_DUE",
        "ACTIVE, 1, 100.00, PAST_DUE",
        "ACTIVE, 1, 0.00, PAST_DUE",
        "SUSPENDED, 1, 100.00, SUSPENDED",
        "CLOSING, 1, 100.00, CLOSED",
        "CLOSED, 0, 100.00, CLOSED"
    })
    void what_is_overdue_hides_all_but_what_only_an_operator_mends(
            AccountStatus status, int purchases, String available, AccessReason reason) {
        for (Overdue overdue : List.of(Overdue.DISPUTE_DEBT, Overdue.INVOICE)) {
            AccessDecision decision = AccessDecision.decide(
                    status, BillingTerms.PREPAID, purchases, overdue, balance(Money.of(available)));
            assertEquals(reason, decision.reason());
            assertEquals(overdue, decision.overdue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.00,          0.00,          10.00,  true",
                "10.00,          0.00,          10.01,  false",
                "-5.00,          7.00,          2.00,   true",
                "-5.00,          7.00,          2.01,   false",
                "9000000000.00,  9000000000.00, 100.00, true",
                "-3999999990.00, -,             10.00,  true",
                "-3999999990.00, -,             10.01,  false"
            })
    void an_amount_is_covered_down_to_the_limit_and_never_beyond_what_can_be_counted(
            String available, String limit, String amount, boolean covered) {
        AccessDecision access =
                new AccessDecision(AccessReason.OK, Money.of(available), money(limit), 1, Overdue.NOTHING);
        assertEquals(covered, access.covers(Money.of(amount)));
    }

    private static Money money(String text) {
        return text == null ? null : Money.of(text);
    }

    private static Balance balance(Money available) {
        return available.isNegative()
                ? new Balance(Money.ZERO, Money.ZERO, available.negated(), Money.ZERO, 1)
                : new Balance(available, Money.ZERO, Money.ZERO, Money.ZERO, 1);
    }
}
