package billing.ejb.invoice;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Makes a PDF: tagged PDF/A-3 with its fonts inside, and the invoice for machines attached. The same paper gives the same bytes,
 * so every time and id in it comes from the document.
 */
final class Printer {
    static final String INVOICE_FILE = "factur-x.xml";
    private static final String PRODUCER = "Billing";
    private static final int REGULAR = 400;
    private static final int BOLD = 600;
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // each step of each document is told otherwise
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Printer() {}

    static byte[] print(Paper paper) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            lay(paper, document);
            describe(paper, document);
            attach(paper, document);
            document.setDocumentId((long) paper.id().hashCode());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is fetched: whatever the document names, it has inside. */
    private static void lay(Paper paper, PDDocument document) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useReplacementText("\u25a1")
                .useUnicodeBidiSplitter(WritingDirection::new)
                .useUnicodeBidiReorderer(new WritingDirection.Reversal())
                .defaultTextDirection(TextDirection.LTR)
                .useUriResolver((base, address) -> null)
                .withHtmlContent(paper.xhtml(), null);
        font(builder, "Paper", "OpenSans-Regular.ttf", REGULAR);
        font(builder, "Paper", "OpenSans-Semibold.ttf", BOLD);
        font(builder, "Paper Signs", "DejaVuSans.ttf", REGULAR);
        font(builder, "Paper East", "DroidSansFallbackFull.ttf", REGULAR);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight) {
        builder.useFont(() -> open("fonts/" + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Printer.class.getResourceAsStream(file), file);
    }

    private static void describe(Paper paper, PDDocument document) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(Xml.clean(paper.title()));
        information.setAuthor(Xml.clean(paper.author()));
        information.setProducer(PRODUCER);
        information.setCreationDate(time(paper));
        information.setModificationDate(time(paper));
        document.setDocumentInformation(information);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Xmp.of(paper, PRODUCER, INVOICE_FILE));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static Calendar time(Paper paper) {
        return GregorianCalendar.from(paper.day().atStartOfDay(ZoneOffset.UTC));
    }

    private static void attach(Paper paper, PDDocument document) throws IOException {
        String invoice = paper.invoice();
        if (invoice == null) {
            return;
        }
        PDComplexFileSpecification attachment = attachment(paper, document, invoice);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(INVOICE_FILE, attachment));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        COSArray attached = new COSArray();
        attached.add(attachment);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), attached);
    }

    private static PDComplexFileSpecification attachment(Paper paper, PDDocument document, String invoice)
            throws IOException {
        byte[] bytes = invoice.getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(bytes.length);
        file.setCreationDate(time(paper));
        file.setModDate(time(paper));
        PDComplexFileSpecification attachment = new PDComplexFileSpecification();
        attachment.setFile(INVOICE_FILE);
        attachment.setFileUnicode(INVOICE_FILE);
        attachment.setFileDescription(paper.title());
        attachment.setEmbeddedFile(file);
        attachment.setEmbeddedFileUnicode(file);
        attachment.getCOSObject().setName("AFRelationship", "Alternative");
        return attachment;
    }
}
