package billing.web.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMonthTest {
    @ParameterizedTest
    @ValueSource(strings = {"2000-01", "2026-11", "9999-12"})
    void a_month_is_read(String text) {
        assertEquals(Optional.of(YearMonth.parse(text)), TypedMonth.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01",
                "+12026-11",
                "0000-01",
                "1999-12",
                "2026-13",
                "2026-00",
                "2026-1",
                "2026",
                "",
                "٢٠٢٦-١١"
            })
    void what_books_can_not_have_is_no_month(String text) {
        assertEquals(Optional.empty(), TypedMonth.read(text));
    }
}
