package billing.ejb.invoice;

import billing.domain.invoice.DocumentKind;
import billing.domain.invoice.DocumentTotals;
import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.InvoiceLine;
import billing.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice, a statement or a credit note for people. */
final class InvoiceSheet {
    private static final int COLUMNS = 4;
    private static final int TEXT_COLUMNS = 2;

    private final InvoiceDocument document;
    private final DocumentTotals totals;
    private final String kind;
    private final Sheet sheet;

    private InvoiceSheet(InvoiceDocument document) {
        this.document = document;
        totals = DocumentTotals.of(document);
        kind = document.kind().name();
        sheet = new Sheet(title(document), PaperTexts.text(kind + ".title"), document.issuer());
    }

    /** What a reader's window and an archive call it. */
    private static String title(InvoiceDocument document) {
        return PaperTexts.text(
                "file",
                PaperTexts.text(document.kind().name() + ".title"),
                document.number(),
                document.issuer().name());
    }

    static String of(InvoiceDocument document) {
        return new InvoiceSheet(document).write();
    }

    /** With all that a file says of itself. */
    static Paper paper(InvoiceDocument document) {
        return new Paper(
                document.number(),
                title(document),
                document.issuer().name(),
                document.issued(),
                of(document),
                CrossIndustryInvoice.of(document).orElse(null));
    }

    private String write() {
        sheet.to(document.buyer(), facts());
        headline();
        @Nullable String remark = document.remark();
        if (remark != null) {
            sheet.section(PaperTexts.text("remark")).paragraph(remark);
        }
        lines();
        if (document.kind() != DocumentKind.CREDIT_NOTE) {
            books();
        }
        return sheet.end();
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        fact(facts, kind + ".number", document.number());
        fact(facts, "month", PaperTexts.month(document.month()));
        fact(facts, "issued", PaperTexts.day(document.issued()));
        @Nullable LocalDate due = document.due();
        if (due != null) {
            fact(facts, "due", PaperTexts.day(due));
        }
        fact(facts, "order", document.buyer().purchaseOrder());
        InvoiceDocument.@Nullable Corrected corrects = document.corrects();
        if (corrects != null) {
            fact(
                    facts,
                    "corrects",
                    PaperTexts.text("corrects.text", corrects.number(), PaperTexts.day(corrects.issued())));
        }
        return facts;
    }

    private static void fact(List<String> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.addAll(List.of(PaperTexts.text(key), value));
        }
    }

    private void headline() {
        switch (document.kind()) {
            case STATEMENT ->
                headline(
                        PaperTexts.text("headline.statement", PaperTexts.month(document.month())),
                        document.closing(),
                        PaperTexts.text("headline.statement.text"));
            case CREDIT_NOTE -> headline(PaperTexts.text("headline.credited"), totals.due(), PaperTexts.next(document));
            case INVOICE -> invoiced();
        }
    }

    private void invoiced() {
        String meaning =
                totals.due().isPositive() ? PaperTexts.next(document) : PaperTexts.text("headline.covered.text");
        headline(PaperTexts.text("headline.due"), totals.due(), meaning);
    }

    private void headline(String what, Money amount, String meaning) {
        sheet.headline(what, shown(amount), meaning);
    }

    private void lines() {
        boolean credited = document.kind() == DocumentKind.CREDIT_NOTE;
        sheet.section(PaperTexts.text(credited ? "usage.credited" : "usage.title", PaperTexts.month(document.month())));
        sheet.table(
                "lines",
                TEXT_COLUMNS,
                PaperTexts.text("column.product"),
                PaperTexts.text("column.sku"),
                PaperTexts.text("column.quantity"),
                PaperTexts.text("column.amount"));
        for (int i = 0; i < document.lines().size(); i++) {
            line(document.lines().get(i), totals.lines().get(i));
        }
        if (totals.carried().isPositive()) {
            sheet.sum("line", COLUMNS, PaperTexts.carried(document), shown(totals.carried()));
        }
        if (totals.isEmpty()) {
            sheet.sum("line", COLUMNS, PaperTexts.text("none", PaperTexts.month(document.month())), "");
        }
        totals();
        sheet.endOfTable();
        if (document.kind() != DocumentKind.STATEMENT) {
            String reason = PaperTexts.reason(document.issuer().tax());
            sheet.paragraph(PaperTexts.text("tax.note", reason));
        }
    }

    private void line(InvoiceLine line, Money amount) {
        sheet.row(
                line.late() ? PaperTexts.late(document.month()) : null,
                TEXT_COLUMNS,
                PaperTexts.name(line.sku().product()),
                line.sku().code(),
                PaperTexts.quantity(line),
                shown(amount));
    }

    private void totals() {
        total("sum", "total.net", totals.net());
        if (document.kind() == DocumentKind.STATEMENT) {
            return;
        }
        total("", "total.tax", Money.ZERO);
        if (totals.prepaid().isPositive()) {
            total("", "total.prepaid", totals.prepaid().negated());
        }
        total("grand", document.kind() == DocumentKind.INVOICE ? "total.due" : "total.credited", totals.due());
    }

    private void total(String kind, String key, Money amount) {
        sheet.sum(kind, COLUMNS, PaperTexts.text(key), shown(amount));
    }

    /** How the balance went through the month; the figures tie to the ledger's, to the cent. */
    private void books() {
        sheet.section(PaperTexts.text("books.title", PaperTexts.month(document.month())));
        sheet.table("books", 1, PaperTexts.text("books.what"), PaperTexts.text("books.amount"));
        change("books.opening", document.opening());
        change("books.bought", document.bought());
        optional("books.granted", document.granted());
        optional("books.other", document.other());
        change("books.usage", document.usage().negated());
        optional("books.rounding", unexplained());
        sheet.sum("sum", 2, PaperTexts.text("books.closing"), shown(document.closing()));
        moved();
        sheet.endOfTable();
    }

    private void moved() {
        if (totals.due().isPositive()) {
            change("books.moved", totals.due());
            Money next = document.closing().plus(totals.due()).plus(document.rounding());
            sheet.sum("sum", 2, PaperTexts.text("books.next"), shown(next));
        }
    }

    /** What the eye would miss, because each figure is rounded by itself. */
    private Money unexplained() {
        return rounded(document.closing())
                .plus(rounded(document.usage()))
                .minus(rounded(document.opening()))
                .minus(rounded(document.bought()))
                .minus(rounded(document.granted()))
                .minus(rounded(document.other()));
    }

    private void optional(String key, Money amount) {
        if (rounded(amount).compareTo(Money.ZERO) != 0) {
            change(key, amount);
        }
    }

    private void change(String key, Money amount) {
        sheet.row(null, 1, PaperTexts.text(key), shown(amount));
    }

    private String shown(Money amount) {
        return PaperTexts.amount(rounded(amount), document.currency());
    }

    private static Money rounded(Money amount) {
        return DocumentTotals.shown(amount);
    }
}
