package billing.web.usage;

import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Usage as a table for spreadsheets (RFC 4180). A spreadsheet takes a text that begins like a formula for one; a label that
 * does gets an apostrophe in front, which shows it as text.
 */
final class UsageCsv {
    static final String TYPE = "text/csv";
    private static final String FORMULA = "=+-@\t\r\n";

    private UsageCsv() {}

    static String of(List<UsageRow> rows, Set<UsageDimension> groups) {
        StringBuilder csv = new StringBuilder();
        List<String> head = new ArrayList<>(groups.stream().map(UsageJson::name).toList());
        head.addAll(Arrays.asList("unit", "quantity", "amount", "events"));
        line(csv, head);
        rows.forEach(row -> line(csv, cells(row, groups)));
        return csv.toString();
    }

    private static List<String> cells(UsageRow row, Set<UsageDimension> groups) {
        List<String> cells = new ArrayList<>();
        groups.forEach(group -> cells.add(text(UsageJson.value(row, group))));
        cells.add(text(row.unit()));
        cells.add(UsageJson.quantity(row.quantity()));
        cells.add(row.amount().toString());
        cells.add(Long.toString(row.events()));
        return cells;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(UsageCsv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** Somebody else's words, which must not run. */
    static String text(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
