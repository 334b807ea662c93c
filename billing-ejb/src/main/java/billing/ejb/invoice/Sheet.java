package billing.ejb.invoice;

import billing.domain.invoice.Buyer;
import billing.domain.invoice.Issuer;
import billing.domain.invoice.PostalAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The look that all documents share: who sends it, to whom, what it is about, and tables of figures. */
final class Sheet {
    private static final String CSS = css();

    private final Xml xml = new Xml();

    /** Begins the document, up to the first words that are its own. */
    Sheet(String title, String heading, Issuer issuer) {
        xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        xml.open("head").leaf("title", title);
        xml.open("meta", "name", "subject", "content", title).close();
        xml.leaf("style", CSS).close();
        xml.open("body");
        footer(issuer);
        xml.open("div", "class", "head");
        xml.leaf("p", issuer.name(), "class", "issuer");
        xml.leaf("h1", heading).close();
    }

    private static String css() {
        try (InputStream css = Sheet.class.getResourceAsStream("paper.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands on each page. */
    private void footer(Issuer issuer) {
        xml.open("div", "class", "footer");
        xml.open("p", "class", "pages").text(PaperTexts.text("page") + " ");
        xml.open("span", "class", "page").close();
        xml.text(" " + PaperTexts.text("page.of") + " ");
        xml.open("span", "class", "of").close().close();
        xml.leaf("p", known(issuer));
        xml.close();
    }

    private static String known(Issuer issuer) {
        @Nullable String vatId = issuer.vatId();
        return Stream.of(
                        Stream.of(issuer.name()),
                        address(issuer.address()).stream(),
                        Stream.of(PaperTexts.text("registration", issuer.registration())),
                        Stream.ofNullable(vatId).map(id -> PaperTexts.text("vatId", id)),
                        Stream.of(issuer.email()))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
    }

    /** The lines of an address with the country's name under them. */
    private static List<String> address(PostalAddress address) {
        Stream<String> country = Stream.ofNullable(address.country())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH));
        return Stream.concat(address.lines().stream(), country).toList();
    }

    /** To whom, and beside it the facts: names and values in turn. */
    Sheet to(Buyer buyer, List<String> facts) {
        xml.open("div", "class", "about").open("div", "class", "to");
        xml.leaf("h2", PaperTexts.text("to"));
        xml.leaf("p", buyer.name(), "class", "name");
        if (!buyer.name().equals(buyer.account())) {
            xml.leaf("p", buyer.account());
        }
        address(buyer.address()).forEach(line -> xml.leaf("p", line));
        @Nullable String vatId = buyer.vatId();
        if (vatId != null) {
            xml.leaf("p", PaperTexts.text("vatId", vatId));
        }
        xml.close();
        facts(facts);
        xml.close();
        return this;
    }

    private void facts(List<String> facts) {
        xml.open("table", "class", "facts").open("tbody");
        for (int i = 0; i < facts.size(); i += 2) {
            xml.open("tr");
            xml.leaf("th", facts.get(i), "scope", "row").leaf("td", facts.get(i + 1));
            xml.close();
        }
        xml.close().close();
    }

    /** The one figure that everybody looks for, and what it means. */
    Sheet headline(String what, String amount, String meaning) {
        xml.open("div", "class", "headline");
        xml.leaf("p", what, "class", "what")
                .leaf("p", amount, "class", "amount")
                .leaf("p", meaning);
        xml.close();
        return this;
    }

    Sheet section(String title) {
        xml.leaf("h2", title);
        return this;
    }

    Sheet paragraph(String text) {
        xml.leaf("p", text, "class", "note");
        return this;
    }

    /** Begins a table with these columns, the last ones of which are numbers. */
    Sheet table(String kind, int texts, String... columns) {
        xml.open("table", "class", "figures " + kind).open("thead").open("tr");
        for (int i = 0; i < columns.length; i++) {
            xml.leaf("th", columns[i], "scope", "col", "class", i < texts ? "text" : "number");
        }
        xml.close().close().open("tbody");
        return this;
    }

    /** A row of what is in the columns; under the first cell stands a remark, if there is one. */
    Sheet row(@Nullable String remark, int texts, String... cells) {
        xml.open("tr");
        for (int i = 0; i < cells.length; i++) {
            xml.open("td", "class", i < texts ? "text" : "number").text(cells[i]);
            if (i == 0 && remark != null) {
                xml.open("br").close().leaf("span", remark, "class", "remark");
            }
            xml.close();
        }
        xml.close();
        return this;
    }

    /** A row that sums up: its name reaches over all columns but the last. */
    Sheet sum(String kind, int columns, String name, String amount) {
        xml.open("tr", "class", kind);
        xml.leaf("th", name, "scope", "row", "colspan", Integer.toString(columns - 1));
        xml.leaf("td", amount, "class", "number");
        xml.close();
        return this;
    }

    Sheet endOfTable() {
        xml.close().close();
        return this;
    }

    /** The whole document as XHTML. */
    String end() {
        xml.close().close();
        return xml.toString();
    }
}
