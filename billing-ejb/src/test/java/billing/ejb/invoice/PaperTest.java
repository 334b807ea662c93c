package billing.ejb.invoice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.PurchaseReceipt;
import billing.domain.invoice.VatCategory;
import billing.domain.usage.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaperTest {
    private static final PurchaseReceipt.Agreement AGREEMENT = new PurchaseReceipt.Agreement(
            1_003, "When your balance goes below $10.00, we charge what brings it to $50.00.");

    static Stream<InvoiceDocument> invoices() {
        return Stream.of(
                Papers.due(),
                Papers.covered(),
                Papers.carriedOnly(),
                Papers.givenBack(),
                Papers.long60(),
                Papers.hostile(),
                Papers.creditNote());
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void an_invoice_is_accepted_by_archives_and_by_machines(InvoiceDocument invoice) {
        Verdict.on(paper(invoice)).assertInvoice();
    }

    @ParameterizedTest
    @EnumSource(names = {"E", "Z"})
    void each_way_to_add_no_tax_is_accepted(VatCategory tax) {
        Verdict.on(paper(Papers.invoice(Papers.BUYER, Papers.due().lines())
                        .taxed(tax)
                        .write()))
                .assertInvoice();
    }

    @Test
    void a_statement_and_a_receipt_are_accepted_by_archives() {
        Verdict.on(paper(Papers.statement())).assertArchivable();
        Verdict.on(paper(Papers.receipt(null))).assertArchivable();
        Verdict.on(paper(Papers.receipt(AGREEMENT))).assertArchivable();
    }

    @Test
    void the_judge_is_not_blind() {
        String right = CrossIndustryInvoice.of(Papers.due()).orElseThrow();
        String wrong = right.replace("<ram:DuePayableAmount>53.00", "<ram:DuePayableAmount>53.01");
        assertNotEquals(right, wrong);
        assertFalse(Verdict.on(Printer.print(
                        new Paper("INV-1", "Invoice", "Somebody", Papers.ISSUED, InvoiceSheet.of(Papers.due()), wrong)))
                .valid());
    }

    @Test
    void the_same_document_is_the_same_paper() {
        for (InvoiceDocument document : List.of(Papers.due(), Papers.hostile(), Papers.statement())) {
            assertArrayEquals(paper(document), paper(document));
        }
        assertArrayEquals(paper(Papers.receipt(AGREEMENT)), paper(Papers.receipt(AGREEMENT)));
    }

    @Test
    void what_credits_paid_is_prepaid_and_the_rest_is_due() {
        assertSums(Papers.due(), "83.00", "30.00", "53.00");
        assertSums(Papers.covered(), "28.00", "28.00", "0.00");
    }

    @Test
    void a_debt_of_earlier_months_is_a_line() {
        assertSums(Papers.carriedOnly(), "0.73", "0.00", "0.73");
        assertTrue(text(Papers.carriedOnly()).contains("Carried over in the balance $0.73"));
    }

    @Test
    void usage_that_was_given_back_leaves_nothing_to_pay() {
        assertSums(Papers.givenBack(), "0.00", "0.00", "0.00");
        String xml = CrossIndustryInvoice.of(Papers.givenBack()).orElseThrow();
        assertTrue(xml.contains("<ram:BilledQuantity unitCode=\"C62\">-1<"), xml);
        assertTrue(xml.contains("<ram:LineTotalAmount>-2.00<"), xml);
    }

    @Test
    void a_credit_note_gives_back_what_it_says_and_names_the_invoice() {
        String xml = CrossIndustryInvoice.of(Papers.creditNote()).orElseThrow();
        assertTrue(xml.contains("<ram:TypeCode>381<"), xml);
        assertTrue(xml.contains("<ram:IssuerAssignedID>INV-2026-000001<"), xml);
        assertSums(Papers.creditNote(), "12.00", "0.00", "12.00");
        assertSays(Papers.creditNote(), "Credit note", "INV-2026-000001 of 1 February 2026", "down for four hours");
    }

    @Test
    void a_statement_and_an_empty_month_are_no_invoice() {
        assertTrue(CrossIndustryInvoice.of(Papers.statement()).isEmpty());
        InvoiceDocument empty = Papers.invoice(Papers.STRANGER, List.of()).write();
        assertTrue(CrossIndustryInvoice.of(empty).isEmpty());
        Verdict.on(paper(empty)).assertArchivable();
        assertSays(empty, "No usage in January 2026.", "Nothing is to be paid");
    }

    @Test
    void the_page_says_what_people_look_for() {
        assertSays(
                Papers.due(),
                "Example Cloud Ltd",
                "INV-2026-000001",
                "Lovelace & Töchter GmbH",
                "VAT ID DE123456789",
                "PO-4711",
                "Payable by 3 February 2026.",
                "API requests chat-large-input 183,456,789 × token $33.02",
                "Dedicated endpoints gpu-h100 12.5 × hour $49.88",
                "Used before January 2026",
                "Total $83.00",
                "Paid by your balance −$30.00",
                "Amount due $53.00",
                "Credits bought $25.00",
                "Balance at the end −$53.00",
                "The next month begins with $0.00");
        assertSays(Papers.statement(), "This is not an invoice.", "Balance at the end $6.27");
        assertSays(
                Papers.receipt(AGREEMENT),
                "Auto-recharge, under agreement",
                "1003",
                AGREEMENT.text(),
                "Refunded on "
                        + PaperTexts.day(Papers.receipt(null).refunds().get(0).on()) + " $5.00");
    }

    @Test
    void figures_that_are_rounded_each_by_itself_still_add_up() {
        InvoiceDocument document = Papers.invoice(
                        Papers.BUYER, List.of(Papers.line(Product.OTHER, "x", "y", "1", "0.006")))
                .opening("1.004")
                .write();
        assertSays(
                document,
                "Balance at the beginning $1.00",
                "Usage −$0.01",
                "Rounding of these figures to cents $0.01",
                "Balance at the end $1.00");
    }

    @Test
    void many_lines_take_more_pages_each_of_which_has_the_heads_of_the_columns() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper(Papers.long60()))) {
            assertEquals(3, pdf.getNumberOfPages());
        }
        String text = text(Papers.long60());
        assertEquals(3, text.split("Product SKU Quantity Amount", -1).length - 1, text);
        assertTrue(text.contains("model-60-output"));
    }

    @Test
    void hostile_names_stay_text() throws IOException {
        String text = text(Papers.hostile());
        for (String part : List.of(
                "<script>alert(1)</script>", "株式会社", "משרד חשבונאות", "Ünïcödé", "<b>VAT</b>", "{0} ${a} #{b}")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertFalse(text.contains("\u202E"));
        String xml = CrossIndustryInvoice.of(Papers.hostile()).orElseThrow();
        assertTrue(xml.contains("판다"), "machines get all letters");
        assertFalse(xml.contains("<script>"), xml);
    }

    @Test
    void the_file_is_accessible_and_carries_the_invoice() throws IOException {
        byte[] paper = paper(Papers.due());
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            assertEquals("en", pdf.getDocumentCatalog().getLanguage());
            assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
            assertTrue(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle());
            assertEquals(
                    "Invoice INV-2026-000001 – Example Cloud Ltd",
                    pdf.getDocumentInformation().getTitle());
            PDEmbeddedFilesNameTreeNode files =
                    new PDDocumentNameDictionary(pdf.getDocumentCatalog()).getEmbeddedFiles();
            byte[] attached =
                    files.getNames().get(Printer.INVOICE_FILE).getEmbeddedFile().toByteArray();
            assertArrayEquals(
                    CrossIndustryInvoice.of(Papers.due()).orElseThrow().getBytes(StandardCharsets.UTF_8), attached);
        }
    }

    private static byte[] paper(InvoiceDocument document) {
        return Printer.print(InvoiceSheet.paper(document));
    }

    private static byte[] paper(PurchaseReceipt receipt) {
        return Printer.print(ReceiptSheet.paper(receipt));
    }

    private static void assertSums(InvoiceDocument document, String net, String prepaid, String due) {
        String xml = CrossIndustryInvoice.of(document).orElseThrow();
        assertTrue(xml.contains("<ram:GrandTotalAmount>" + net + "</ram:GrandTotalAmount>"), xml);
        assertTrue(xml.contains("<ram:TotalPrepaidAmount>" + prepaid + "</ram:TotalPrepaidAmount>"), xml);
        assertTrue(xml.contains("<ram:DuePayableAmount>" + due + "</ram:DuePayableAmount>"), xml);
    }

    private static void assertSays(InvoiceDocument document, String... words) {
        assertSays(text(document), words);
    }

    private static void assertSays(PurchaseReceipt receipt, String... words) {
        assertSays(text(paper(receipt)), words);
    }

    private static void assertSays(String text, String... words) {
        Arrays.stream(words).forEach(word -> assertTrue(text.contains(word), word + " in " + text));
    }

    private static String text(InvoiceDocument document) {
        return text(paper(document));
    }

    private static String text(byte[] paper) {
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
