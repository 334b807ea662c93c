package billing.web.invoice;

import billing.web.api.Csv;
import java.util.List;

/** The lines of a document as a table for spreadsheets: exactly, and in the document's cents. */
final class InvoiceCsv {
    private InvoiceCsv() {}

    static String of(InvoiceSheet sheet) {
        Csv csv = new Csv()
                .line(List.of("number", "month", "product", "sku", "unit", "quantity", "late", "amount", "rounded"));
        sheet.lines().forEach(line -> csv.line(cells(sheet, line)));
        return csv.toString();
    }

    private static List<String> cells(InvoiceSheet sheet, InvoiceSheet.Line line) {
        return List.of(
                String.valueOf(sheet.invoice().number()),
                sheet.invoice().month().toString(),
                line.exact().sku().product().name(),
                Csv.text(line.exact().sku().code()),
                Csv.text(line.exact().sku().unit()),
                line.quantity(),
                Boolean.toString(line.exact().late()),
                line.exact().amount().toString(),
                line.rounded().toString());
    }
}
