package billing.domain.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.id.AccountId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodDetailsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CARD, visa, credit, true",
                "CARD, mastercard, debit, true",
                "CARD, amex, credit, true",
                "CARD, visa, unknown, true",
                "CARD, visa, -, true",
                "CARD, visa, prepaid, false",
                "CARD, discover, credit, false",
                "CARD, VISA, credit, false",
                "CARD, unknown, credit, false",
                "US_BANK_ACCOUNT, STRIPE TEST BANK, -, true"
            })
    void cards_of_three_networks_and_bank_accounts_are_taken_and_prepaid_cards_are_not(
            MethodType type, String brand, String funding, boolean taken) {
        assertEquals(taken, new MethodDetails("pm_1", type, brand, "4242", 1, 2030, funding).isSupported());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 2026, 2026-01-31T23:59:59.999999Z, false",
                "1, 2026, 2026-02-01T00:00:00Z, true",
                "12, 2025, 2026-01-01T00:00:00Z, true",
                "-, -, 2099-01-01T00:00:00Z, false"
            })
    void a_card_is_good_to_the_end_of_its_last_month_in_utc(Integer month, Integer year, Instant now, boolean expired) {
        MethodDetails details = new MethodDetails("pm_1", MethodType.CARD, "visa", "4242", month, year, "credit");
        PaymentMethod method = new PaymentMethod("mth_1", new AccountId(1), details, now);
        assertEquals(expired, method.isExpired(now));
    }
}
