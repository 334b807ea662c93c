package billing.ejb.invoice;

import billing.domain.invoice.PurchaseReceipt;
import billing.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receipt of a purchase of credits, for people. */
final class ReceiptSheet {
    private static final int COLUMNS = 2;

    private ReceiptSheet() {}

    /** With all that a file says of itself. */
    static Paper paper(PurchaseReceipt receipt) {
        return new Paper(receipt.number(), title(receipt), receipt.issuer().name(), receipt.paid(), of(receipt), null);
    }

    private static String title(PurchaseReceipt receipt) {
        return PaperTexts.text(
                "file",
                PaperTexts.text("RECEIPT.title"),
                receipt.number(),
                receipt.issuer().name());
    }

    private static String of(PurchaseReceipt receipt) {
        Sheet sheet = new Sheet(title(receipt), PaperTexts.text("RECEIPT.title"), receipt.issuer());
        sheet.to(receipt.buyer(), facts(receipt));
        sheet.headline(
                PaperTexts.text("receipt.headline"),
                shown(receipt, receipt.amount()),
                PaperTexts.text("receipt.headline.text", PaperTexts.day(receipt.paid()), receipt.method()));
        items(sheet, receipt);
        PurchaseReceipt.@Nullable Agreement agreement = receipt.agreement();
        if (agreement != null) {
            sheet.section(PaperTexts.text("receipt.agreed")).paragraph(agreement.text());
        }
        return sheet.paragraph(PaperTexts.text("receipt.note")).end();
    }

    private static List<String> facts(PurchaseReceipt receipt) {
        List<String> facts = new ArrayList<>(List.of(
                PaperTexts.text("RECEIPT.number"),
                receipt.number(),
                PaperTexts.text("paid"),
                PaperTexts.day(receipt.paid()),
                PaperTexts.text("receipt.method"),
                receipt.method()));
        PurchaseReceipt.@Nullable Agreement agreement = receipt.agreement();
        if (agreement != null) {
            String number = Integer.toString(agreement.number());
            facts.addAll(List.of(PaperTexts.text("receipt.by"), PaperTexts.text("receipt.agreement", number)));
        }
        return facts;
    }

    private static void items(Sheet sheet, PurchaseReceipt receipt) {
        sheet.section(PaperTexts.text("receipt.items"));
        sheet.table("lines", 1, PaperTexts.text("column.product"), PaperTexts.text("column.amount"));
        sheet.row(null, 1, PaperTexts.text("receipt.item"), shown(receipt, receipt.amount()));
        sheet.sum("grand", COLUMNS, PaperTexts.text("receipt.total"), shown(receipt, receipt.amount()));
        for (PurchaseReceipt.Refunded refund : receipt.refunds()) {
            String when = PaperTexts.text("receipt.refunded", PaperTexts.day(refund.on()));
            sheet.sum("", COLUMNS, when, shown(receipt, refund.amount()));
        }
        sheet.endOfTable();
    }

    private static String shown(PurchaseReceipt receipt, Money amount) {
        return PaperTexts.amount(amount, receipt.currency());
    }
}
