package billing.ejb.invoice;

import billing.domain.invoice.Buyer;
import billing.domain.invoice.DocumentKind;
import billing.domain.invoice.InvoiceDocument;
import billing.domain.invoice.InvoiceDocument.Corrected;
import billing.domain.invoice.InvoiceLine;
import billing.domain.invoice.Issuer;
import billing.domain.invoice.PostalAddress;
import billing.domain.invoice.PurchaseReceipt;
import billing.domain.invoice.VatCategory;
import billing.domain.money.Money;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Documents as they could be. */
final class Papers {
    static final YearMonth MONTH = YearMonth.of(2026, 1);
    static final LocalDate ISSUED = LocalDate.of(2026, 2, 1);
    static final LocalDate DUE = LocalDate.of(2026, 2, 3);
    static final Issuer ISSUER = issuer(VatCategory.O);
    static final Buyer BUYER = new Buyer(
            "Ada’s experiments",
            "Lovelace & Töchter GmbH",
            new PostalAddress(List.of("Analytische Straße 12", "Hinterhaus", "10115 Berlin"), "DE"),
            "DE123456789",
            "PO-4711");

    /** Nobody said anything but a name. */
    static final Buyer STRANGER = new Buyer("Jo", null, PostalAddress.UNKNOWN, null, null);

    private Papers() {}

    static Issuer issuer(VatCategory tax) {
        return new Issuer(
                "Example Cloud Ltd",
                new PostalAddress(List.of("1 Example Street", "Dublin D01 X2P3"), "IE"),
                "IE 123456",
                "IE1234567X",
                "billing@example.com",
                tax);
    }

    /** Three lines, partly paid by credits; the rest is due. */
    static InvoiceDocument due() {
        return invoice(
                        BUYER,
                        List.of(
                                line(Product.API_REQUEST, "chat-large-input", "token", "183456789", "33.022222020"),
                                line(Product.DEDICATED_ENDPOINT, "gpu-h100", "hour", "12.5", "49.875000001"),
                                late(Product.FINE_TUNING, "tune-small", "example", "1000", "0.105000000")))
                .bought("25.00")
                .granted("5.00")
                .write();
    }

    static InvoiceDocument covered() {
        return invoice(BUYER, List.of(line(Product.EVALUATION, "eval-run", "run", "14", "28.00")))
                .opening("100.00")
                .write();
    }

    /** Nothing was used; what is due is a debt of earlier months. */
    static InvoiceDocument carriedOnly() {
        return invoice(STRANGER, List.of()).opening("-0.731").write();
    }

    /** Usage was given back, so there is less than nothing to pay. */
    static InvoiceDocument givenBack() {
        return invoice(
                        BUYER,
                        List.of(
                                line(Product.API_REQUEST, "hold:API_REQUEST", "hold", "1", "-2.0000004"),
                                line(Product.API_REQUEST, "chat-small", "request", "0", "0.50")))
                .write();
    }

    static InvoiceDocument long60() {
        List<InvoiceLine> lines = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> line(
                        Product.values()[i % Product.values().length],
                        "model-" + i + "-output",
                        "token",
                        Integer.toString(i * 1_000),
                        "0." + (100_000_003 + i)))
                .toList();
        return invoice(BUYER, lines).write();
    }

    static InvoiceDocument hostile() {
        Buyer buyer = new Buyer(
                "<script>alert(1)</script> & \"co\" ]]> &amp; \u0000\u0007\uD83D",
                "株式会社 大熊猫 판다 משרד חשבונאות شركة المثال 🐼🇩🇪 Ünïcödé ย่อ \u202E00.1$\u202C",
                new PostalAddress(
                        List.of("'; DROP TABLE invoice; --", "http://evil.example/" + "x".repeat(180), "{0} ${a} #{b}"),
                        "CN"),
                "<b>VAT</b>",
                "]]><x>&#0;");
        return invoice(
                        buyer,
                        List.of(line(
                                Product.OTHER,
                                "<img src=\"file:///etc/passwd\"/>" + "y".repeat(90),
                                "<u>/%s{0}\u2028",
                                "1",
                                "7.77")))
                .write();
    }

    static InvoiceDocument statement() {
        return invoice(BUYER, List.of(line(Product.API_REQUEST, "chat-large-input", "token", "1000000", "1.234567891")))
                .opening("10.00")
                .other("-2.50")
                .kind(DocumentKind.STATEMENT, "STM-2026-000002")
                .write();
    }

    static InvoiceDocument creditNote() {
        return invoice(BUYER, List.of())
                .kind(DocumentKind.CREDIT_NOTE, "CRN-2026-000001")
                .credits("12.00", new Corrected("INV-2026-000001", ISSUED), "The endpoint was down for four hours.")
                .write();
    }

    static PurchaseReceipt receipt(PurchaseReceipt.@Nullable Agreement agreement) {
        return new PurchaseReceipt(
                "pur_01h5m3wz7k8q9v2x4c6b8n0r2t",
                DUE,
                ISSUER,
                BUYER,
                "USD",
                Money.of("25.00"),
                List.of(new PurchaseReceipt.Refunded(DUE.plusDays(2), Money.of("5.00"))),
                "Visa ending in 4242",
                agreement);
    }

    static InvoiceLine line(Product product, String sku, String unit, String quantity, String amount) {
        return new InvoiceLine(
                new Sku(1, sku, product, unit, true, true), false, new BigDecimal(quantity), Money.of(amount));
    }

    static InvoiceLine late(Product product, String sku, String unit, String quantity, String amount) {
        InvoiceLine line = line(product, sku, unit, quantity, amount);
        return new InvoiceLine(line.sku(), true, line.quantity(), line.amount());
    }

    static Draft invoice(Buyer buyer, List<InvoiceLine> lines) {
        return new Draft(buyer, lines);
    }

    /** A month of an account on terms with an invoice, until something else is said of it. */
    static final class Draft {
        private final Buyer buyer;
        private final List<InvoiceLine> lines;
        private DocumentKind kind = DocumentKind.INVOICE;
        private String number = "INV-2026-000001";
        private Issuer issuer = ISSUER;
        private Money opening = Money.ZERO;
        private Money bought = Money.ZERO;
        private Money granted = Money.ZERO;
        private Money other = Money.ZERO;
        private @Nullable Money credited;
        private @Nullable Corrected corrects;
        private @Nullable String remark;

        private Draft(Buyer buyer, List<InvoiceLine> lines) {
            this.buyer = buyer;
            this.lines = lines;
        }

        Draft opening(String amount) {
            opening = Money.of(amount);
            return this;
        }

        Draft bought(String amount) {
            bought = Money.of(amount);
            return this;
        }

        Draft granted(String amount) {
            granted = Money.of(amount);
            return this;
        }

        Draft other(String amount) {
            other = Money.of(amount);
            return this;
        }

        Draft taxed(VatCategory tax) {
            issuer = issuer(tax);
            return this;
        }

        Draft kind(DocumentKind other, String itsNumber) {
            kind = other;
            number = itsNumber;
            return this;
        }

        Draft credits(String amount, Corrected invoice, String why) {
            credited = Money.of(amount);
            corrects = invoice;
            remark = why;
            return this;
        }

        InvoiceDocument write() {
            Money usage = lines.stream().map(InvoiceLine::amount).reduce(Money.ZERO, Money::plus);
            Money closing = opening.plus(bought).plus(granted).plus(other).minus(usage);
            Money debt = kind == DocumentKind.INVOICE ? closing.negated().max(Money.ZERO) : Money.ZERO;
            Money due = credited == null ? Money.ofCents(debt.toCents(RoundingMode.HALF_EVEN)) : credited;
            return new InvoiceDocument(
                    kind,
                    number,
                    MONTH,
                    ISSUED,
                    due.isPositive() && kind == DocumentKind.INVOICE ? DUE : null,
                    issuer,
                    buyer,
                    "USD",
                    lines,
                    opening,
                    bought,
                    granted,
                    other,
                    usage,
                    closing,
                    due,
                    credited == null ? debt.minus(due) : Money.ZERO,
                    corrects,
                    remark);
        }
    }
}
