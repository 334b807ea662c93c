package billing.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.ejb.usage.UsageRow;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The bars: what is drawn is what was used, for eyes, ears and printers. */
class UsageChartTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2028, 2);

    private static UsageRow row(int day, Product product, String amount) {
        LocalDate date = FEBRUARY.atDay(day);
        return new UsageRow(date, product, null, null, null, null, "token", BigDecimal.ONE, Money.of(amount), 1);
    }

    private static String svg(UsageRow... rows) {
        return new UsageChart(FEBRUARY, "usd", List.of(rows)).svg();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document svg, String name, String type) {
        NodeList nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(type))
                .toList();
    }

    @Test
    void it_is_told_in_words_what_it_shows() throws Exception {
        Document svg = parsed(svg(row(3, Product.API_REQUEST, "1.00"), row(9, Product.OTHER, "7.50")));
        assertEquals("img", svg.getDocumentElement().getAttribute("role"));
        assertEquals("chart-title chart-desc", svg.getDocumentElement().getAttribute("aria-labelledby"));
        assertEquals(
                "Usage in February 2028 by day, stacked by product",
                svg.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(svg.getElementsByTagName("desc").item(0).getTextContent().contains("9 February 2028: $7.50"));
    }

    @Test
    void each_day_of_the_month_has_its_place_and_each_product_its_part() throws Exception {
        Document svg = parsed(svg(
                row(1, Product.API_REQUEST, "1.00"),
                row(1, Product.EVALUATION, "3.00"),
                row(29, Product.OTHER, "2.00")));
        assertEquals(29, all(svg, "text", "day").size());
        assertEquals(
                List.of("url(#fill-API_REQUEST)", "url(#fill-EVALUATION)", "url(#fill-OTHER)"),
                all(svg, "rect", "bar").stream()
                        .map(bar -> bar.getAttribute("fill"))
                        .toList());
    }

    @Test
    void parts_stand_on_each_other_and_are_as_high_as_their_amounts() throws Exception {
        List<Element> bars = all(
                parsed(svg(row(1, Product.API_REQUEST, "1.00"), row(1, Product.EVALUATION, "3.00"))), "rect", "bar");
        BigDecimal low = number(bars.get(0), "height");
        BigDecimal high = number(bars.get(1), "height");
        assertEquals(0, low.multiply(BigDecimal.valueOf(3)).compareTo(high));
        assertEquals(0, number(bars.get(1), "y").add(high).compareTo(number(bars.get(0), "y")));
    }

    private static BigDecimal number(Element element, String attribute) {
        return new BigDecimal(element.getAttribute(attribute));
    }

    @Test
    void lines_are_at_round_figures() {
        assertTrue(svg(row(1, Product.OTHER, "3.01")).contains(">$4.00<"));
        assertTrue(svg(row(1, Product.OTHER, "1000.00")).contains(">$1,000.00<"));
        assertTrue(svg(row(1, Product.OTHER, "0.000000001")).contains("<svg"));
        assertTrue(svg(row(1, Product.OTHER, "9000000000.00")).contains("<svg"));
    }

    @Test
    void what_was_corrected_below_zero_is_not_drawn() throws Exception {
        assertEquals(List.of(), all(parsed(svg(row(1, Product.OTHER, "-1.00"))), "rect", "bar"));
    }

    @Test
    void a_month_without_usage_is_drawn_without_bars() throws Exception {
        assertEquals(List.of(), all(parsed(svg()), "rect", "bar"));
    }

    @Test
    void the_strictest_policy_lets_it_pass() {
        String svg = svg(row(1, Product.API_REQUEST, "1.00"));
        assertFalse(svg.contains("style="));
        assertFalse(svg.contains("<script"));
        assertFalse(svg.contains("href"));
    }

    @Test
    void products_differ_by_pattern() throws Exception {
        List<Element> marks = all(parsed(svg()), "path", "marks");
        assertEquals(Product.values().length, marks.size());
        assertEquals(
                Product.values().length,
                marks.stream().map(mark -> mark.getAttribute("d")).distinct().count());
    }
}
