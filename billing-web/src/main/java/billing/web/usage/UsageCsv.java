package billing.web.usage;

import billing.ejb.usage.UsageDimension;
import billing.ejb.usage.UsageRow;
import billing.web.api.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Usage as a table for spreadsheets. */
final class UsageCsv {
    private UsageCsv() {}

    static String of(List<UsageRow> rows, Set<UsageDimension> groups) {
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(groups.stream().map(UsageJson::name).toList());
        head.addAll(Arrays.asList("unit", "quantity", "amount", "events"));
        csv.line(head);
        rows.forEach(row -> csv.line(cells(row, groups)));
        return csv.toString();
    }

    private static List<String> cells(UsageRow row, Set<UsageDimension> groups) {
        List<String> cells = new ArrayList<>();
        groups.forEach(group -> cells.add(Csv.text(UsageJson.value(row, group))));
        cells.add(Csv.text(row.unit()));
        cells.add(UsageJson.quantity(row.quantity()));
        cells.add(row.amount().toString());
        cells.add(Long.toString(row.events()));
        return cells;
    }
}
