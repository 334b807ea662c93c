package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageRow;
import billing.web.api.Csv;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage as a table for spreadsheets, which must neither break nor run. */
class UsageCsvTest {
    private static final Set<UsageDimension> BY_PROJECT = EnumSet.of(UsageDimension.PROJECT);

    private static UsageRow project(@Nullable String name, String amount) {
        return new UsageRow(
                null, null, null, null, name, null, "token", new BigDecimal("10.500000000"), Money.of(amount), 2);
    }

    private static String csv(@Nullable String name) {
        return UsageCsv.of(List.of(project(name, "1.00")), BY_PROJECT).split("\r\n", -1)[1];
    }

    @Test
    void there_is_a_head_and_each_line_ends_as_the_rfc_says() {
        assertEquals(
                "project,unit,quantity,amount,events\r\nalpha,token,10.5,1.00,2\r\n",
                UsageCsv.of(List.of(project("alpha", "1.00")), BY_PROJECT));
    }

    @Test
    void columns_are_what_it_is_grouped_by() {
        UsageRow row = new UsageRow(
                LocalDate.of(2026, 2, 1), Product.OTHER, "sku", null, null, null, null, BigDecimal.ZERO, Money.ZERO, 0);
        assertEquals(
                "day,product,sku,unit,quantity,amount,events\r\n2026-02-01,OTHER,sku,,0,0.00,0\r\n",
                UsageCsv.of(List.of(row), EnumSet.of(UsageDimension.DAY, UsageDimension.PRODUCT, UsageDimension.SKU)));
    }

    @Test
    void commas_quotes_and_line_breaks_stay_in_their_cell() {
        assertEquals("\"a,b\",token,10.5,1.00,2", csv("a,b"));
        assertEquals("\"say \"\"hi\"\"\",token,10.5,1.00,2", csv("say \"hi\""));
        assertEquals(
                "\"two\nlines\",token,10.5,1.00,2",
                UsageCsv.of(List.of(project("two\nlines", "1.00")), BY_PROJECT).split("\r\n", -1)[1]);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        =1+1           | '=1+1
        +1             | '+1
        -1             | '-1
        @SUM(A1)       | '@SUM(A1)
        a=1            | a=1
        """)
    void a_label_that_begins_like_a_formula_is_made_a_text(String label, String cell) {
        assertEquals(cell, Csv.text(label));
    }

    @Test
    void a_label_that_begins_with_a_tab_or_a_line_break_is_made_a_text() {
        assertEquals("'\t=1", Csv.text("\t=1"));
        assertEquals("'\r=1", Csv.text("\r=1"));
    }

    @Test
    void an_amount_below_zero_stays_a_number() {
        assertEquals(
                "alpha,token,10.5,-1.00,2",
                UsageCsv.of(List.of(project("alpha", "-1.00")), BY_PROJECT).split("\r\n", -1)[1]);
    }

    @Test
    void no_label_is_an_empty_cell() {
        assertEquals(",token,10.5,1.00,2", csv(null));
    }
}
