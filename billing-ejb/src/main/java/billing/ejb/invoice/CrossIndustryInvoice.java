package billing.ejb.invoice;

import billing.domain.invoice.Buyer;
import billing.domain.invoice.DocumentKind;
import billing.domain.invoice.DocumentTotals;
import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.InvoiceLine;
import billing.domain.invoice.Issuer;
import billing.domain.invoice.PostalAddress;
import billing.domain.invoice.VatCategory;
import billing.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note for machines: EN 16931 in the syntax of UN/CEFACT's Cross Industry Invoice D16B, as Factur-X and
 * ZUGFeRD attach it. What the balance has paid is the prepaid amount (BT-113), so that the amount due (BT-115) is what is
 * charged.
 */
final class CrossIndustryInvoice {
    private static final String STANDARD = "urn:un:unece:uncefact:data:standard:";
    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    private static final String PIECE = "C62";
    private static final String NOTHING = "0.00";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Xml xml = new Xml();
    private final InvoiceDocument document;
    private final DocumentTotals totals;
    private final VatCategory tax;

    private CrossIndustryInvoice(InvoiceDocument document) {
        this.document = document;
        totals = DocumentTotals.of(document);
        tax = document.issuer().tax();
    }

    /** The invoice as XML; empty for what is none: a statement, and an invoice that has nothing on it. */
    static Optional<String> of(InvoiceDocument document) {
        boolean none = document.kind() == DocumentKind.STATEMENT
                || DocumentTotals.of(document).isEmpty();
        return none
                ? Optional.empty()
                : Optional.of(new CrossIndustryInvoice(document).write().toString());
    }

    private Xml write() {
        xml.open(
                "rsm:CrossIndustryInvoice",
                "xmlns:rsm",
                STANDARD + "CrossIndustryInvoice:100",
                "xmlns:ram",
                STANDARD + "ReusableAggregateBusinessInformationEntity:100",
                "xmlns:qdt",
                STANDARD + "QualifiedDataType:100",
                "xmlns:udt",
                STANDARD + "UnqualifiedDataType:100");
        xml.open("rsm:ExchangedDocumentContext");
        xml.open("ram:GuidelineSpecifiedDocumentContextParameter");
        xml.leaf("ram:ID", "urn:cen.eu:en16931:2017").close().close();
        header();
        xml.open("rsm:SupplyChainTradeTransaction");
        lines();
        parties();
        xml.open("ram:ApplicableHeaderTradeDelivery").close();
        settlement();
        return xml.close().close();
    }

    private void header() {
        xml.open("rsm:ExchangedDocument");
        xml.leaf("ram:ID", document.number());
        xml.leaf("ram:TypeCode", document.kind() == DocumentKind.CREDIT_NOTE ? CREDIT_NOTE : INVOICE);
        day("ram:IssueDateTime", "udt", document.issued());
        @Nullable String remark = document.remark();
        if (remark != null) {
            xml.open("ram:IncludedNote").leaf("ram:Content", remark).close();
        }
        xml.close();
    }

    private void lines() {
        List<InvoiceLine> lines = document.lines();
        for (int i = 0; i < lines.size(); i++) {
            usage(i + 1, lines.get(i), totals.lines().get(i));
        }
        if (totals.carried().isPositive()) {
            carried(lines.size() + 1);
        }
    }

    private void usage(int place, InvoiceLine line, Money amount) {
        line(place);
        xml.open("ram:SpecifiedTradeProduct");
        xml.leaf("ram:SellerAssignedID", line.sku().code());
        xml.leaf(
                "ram:Name",
                PaperTexts.name(line.sku().product()) + ": " + line.sku().code());
        xml.leaf("ram:Description", PaperTexts.description(line, document.month()));
        xml.close();
        amount(amount, line.quantity().abs(), UnitCodes.of(line.sku().unit()));
    }

    private void carried(int place) {
        line(place);
        xml.open("ram:SpecifiedTradeProduct")
                .leaf("ram:Name", PaperTexts.carried(document))
                .close();
        amount(totals.carried(), BigDecimal.ONE, PIECE);
    }

    private void line(int place) {
        xml.open("ram:IncludedSupplyChainTradeLineItem").open("ram:AssociatedDocumentLineDocument");
        xml.leaf("ram:LineID", Integer.toString(place)).close();
    }

    /**
     * A line's usage may have had several prices, so what is stated is the price of its whole quantity. It is never negative: of
     * what is given back, the quantity is.
     */
    private void amount(Money amount, BigDecimal quantity, String unit) {
        BigDecimal base = quantity.signum() == 0 ? BigDecimal.ONE : quantity.stripTrailingZeros();
        BigDecimal billed = amount.isNegative() ? base.negate() : base;
        Money price = amount.isNegative() ? amount.negated() : amount;
        xml.open("ram:SpecifiedLineTradeAgreement").open("ram:NetPriceProductTradePrice");
        xml.leaf("ram:ChargeAmount", price.toString());
        xml.leaf("ram:BasisQuantity", base.toPlainString(), "unitCode", unit);
        xml.close().close();
        xml.open("ram:SpecifiedLineTradeDelivery");
        xml.leaf("ram:BilledQuantity", billed.toPlainString(), "unitCode", unit).close();
        xml.open("ram:SpecifiedLineTradeSettlement").open("ram:ApplicableTradeTax");
        xml.leaf("ram:TypeCode", "VAT").leaf("ram:CategoryCode", tax.name());
        rate();
        xml.close().open("ram:SpecifiedTradeSettlementLineMonetarySummation");
        xml.leaf("ram:LineTotalAmount", amount.toString()).close().close();
        xml.close();
    }

    /** What is outside the scope of VAT has no rate, not even nought. */
    private void rate() {
        if (tax != VatCategory.O) {
            xml.leaf("ram:RateApplicablePercent", "0");
        }
    }

    private void parties() {
        xml.open("ram:ApplicableHeaderTradeAgreement");
        seller(document.issuer());
        buyer(document.buyer());
        known(document.buyer().purchaseOrder()).ifPresent(this::order);
        xml.close();
    }

    private void order(String number) {
        xml.open("ram:BuyerOrderReferencedDocument");
        xml.leaf("ram:IssuerAssignedID", number).close();
    }

    private void seller(Issuer issuer) {
        xml.open("ram:SellerTradeParty").leaf("ram:Name", issuer.name());
        xml.open("ram:SpecifiedLegalOrganization")
                .leaf("ram:ID", issuer.registration())
                .close();
        address(issuer.address());
        xml.open("ram:URIUniversalCommunication");
        xml.leaf("ram:URIID", issuer.email(), "schemeID", "EM").close();
        vatId(issuer.vatId());
        xml.close();
    }

    private void buyer(Buyer buyer) {
        xml.open("ram:BuyerTradeParty").leaf("ram:Name", buyer.name());
        address(buyer.address());
        vatId(buyer.vatId());
        xml.close();
    }

    /** The country is obligatory: who named none is taken to be at home with the issuer. */
    private void address(PostalAddress address) {
        List<String> lines = address.lines();
        xml.open("ram:PostalTradeAddress");
        addressLine("ram:LineOne", lines.stream().limit(1).toList());
        addressLine("ram:LineTwo", lines.stream().skip(1).limit(1).toList());
        addressLine("ram:LineThree", lines.stream().skip(2).toList());
        @Nullable String country = address.country();
        @Nullable String home = document.issuer().address().country();
        xml.leaf("ram:CountryID", country != null ? country : home != null ? home : "US");
        xml.close();
    }

    private void addressLine(String name, List<String> lines) {
        if (!lines.isEmpty()) {
            xml.leaf(name, String.join(", ", lines));
        }
    }

    /** The standard forbids the ids where the amounts are outside the scope of VAT; the page for people has them still. */
    private void vatId(@Nullable String id) {
        if (tax != VatCategory.O) {
            known(id).ifPresent(this::registration);
        }
    }

    private void registration(String vatId) {
        xml.open("ram:SpecifiedTaxRegistration");
        xml.leaf("ram:ID", vatId, "schemeID", "VA").close();
    }

    private void settlement() {
        xml.open("ram:ApplicableHeaderTradeSettlement");
        xml.leaf("ram:InvoiceCurrencyCode", document.currency());
        tax();
        xml.open("ram:BillingSpecifiedPeriod");
        day("ram:StartDateTime", "udt", document.month().atDay(1));
        day("ram:EndDateTime", "udt", document.month().atEndOfMonth());
        xml.close();
        terms();
        sums();
        corrected();
        xml.close();
    }

    private void tax() {
        xml.open("ram:ApplicableTradeTax");
        xml.leaf("ram:CalculatedAmount", NOTHING).leaf("ram:TypeCode", "VAT");
        if (tax != VatCategory.Z) {
            xml.leaf("ram:ExemptionReason", PaperTexts.reason(tax));
        }
        xml.leaf("ram:BasisAmount", totals.net().toString());
        xml.leaf("ram:CategoryCode", tax.name());
        rate();
        xml.close();
    }

    private void terms() {
        @Nullable LocalDate due = document.due();
        if (!totals.due().isPositive()) {
            return;
        }
        xml.open("ram:SpecifiedTradePaymentTerms");
        xml.leaf("ram:Description", PaperTexts.next(document));
        if (due != null && document.kind() == DocumentKind.INVOICE) {
            day("ram:DueDateDateTime", "udt", due);
        }
        xml.close();
    }

    private void sums() {
        String net = totals.net().toString();
        xml.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        xml.leaf("ram:LineTotalAmount", net);
        xml.leaf("ram:TaxBasisTotalAmount", net);
        xml.leaf("ram:TaxTotalAmount", NOTHING, "currencyID", document.currency());
        xml.leaf("ram:GrandTotalAmount", net);
        xml.leaf("ram:TotalPrepaidAmount", totals.prepaid().toString());
        xml.leaf("ram:DuePayableAmount", totals.due().toString());
        xml.close();
    }

    private void corrected() {
        InvoiceDocument.@Nullable Corrected corrects = document.corrects();
        if (corrects != null) {
            xml.open("ram:InvoiceReferencedDocument");
            xml.leaf("ram:IssuerAssignedID", corrects.number());
            day("ram:FormattedIssueDateTime", "qdt", corrects.issued());
            xml.close();
        }
    }

    private void day(String name, String types, LocalDate day) {
        xml.open(name)
                .leaf(types + ":DateTimeString", DAY.format(day), "format", "102")
                .close();
    }

    private static Optional<String> known(@Nullable String text) {
        return Optional.ofNullable(text).filter(known -> !known.isBlank());
    }
}
