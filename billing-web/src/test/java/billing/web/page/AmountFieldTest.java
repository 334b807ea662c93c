package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import billing.domain.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountFieldTest {
    private static final Money LEAST = Money.of("5.00");
    private static final Money MOST = Money.of("10000.00");

    @ParameterizedTest
    @CsvSource({
        "5, 5.00",
        "25, 25.00",
        "25.5, 25.50",
        "25.05, 25.05",
        "' 25 ', 25.00",
        "$25, 25.00",
        "'$ 25.10', 25.10",
        "0025, 25.00",
        "10000, 10000.00"
    })
    void an_amount_is_read(String typed, String amount) {
        AmountField field = AmountField.read(typed, LEAST, MOST, "usd");
        assertNull(field.error());
        assertEquals(Money.of(amount), field.amount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|amount.missing",
                "'   '|amount.missing",
                "$|amount.missing",
                "abc|amount.malformed",
                "NaN|amount.malformed",
                "Infinity|amount.malformed",
                "1e3|amount.malformed",
                "+25|amount.malformed",
                "1,000|amount.malformed",
                "25,5|amount.malformed",
                ".50|amount.malformed",
                "25.|amount.malformed",
                "0x19|amount.malformed",
                "--25|amount.malformed",
                "25 USD|amount.malformed",
                "€25|amount.malformed",
                "२५|amount.malformed",
                "5.001|amount.tooFine",
                "25.000|amount.tooFine"
            })
    void what_is_no_amount_is_told_so(String typed, String key) {
        assertRefused(Messages.text(key), typed);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-25.00", "4.99", "0.01", "-99999999999999999999"})
    void too_little_is_told_the_minimum(String typed) {
        assertRefused(Messages.text("amount.tooSmall", "$5.00"), typed);
    }

    @ParameterizedTest
    @CsvSource({"10000.01", "99999999", "9300000000", "99999999999999999999999999"})
    void too_much_is_told_the_maximum(String typed) {
        assertRefused(Messages.text("amount.tooLarge", "$10,000.00"), typed);
    }

    private static void assertRefused(String text, String typed) {
        AmountField field = AmountField.read(typed, LEAST, MOST, "usd");
        assertNull(field.amount());
        assertEquals(text, field.error());
    }
}
