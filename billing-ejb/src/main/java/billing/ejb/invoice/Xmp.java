package billing.ejb.invoice;

import java.nio.charset.StandardCharsets;

/**
 * What a PDF says of itself: title, author, time, that it is PDF/A-3 of level A and PDF/UA-1, and, where an invoice is attached,
 * which and in what profile. PDF/A wants words that are not its own to be declared as well.
 */
final class Xmp {
    private static final String FACTUR_X = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
    private static final String ACCESSIBLE = "http://www.aiim.org/pdfua/ns/id/";
    private static final String EXTENSION = "http://www.aiim.org/pdfa/ns/";

    private final Xml xml = new Xml();

    private Xmp() {}

    static byte[] of(Paper paper, String producer, String file) {
        Xmp xmp = new Xmp();
        xmp.xml.open("x:xmpmeta", "xmlns:x", "adobe:ns:meta/");
        xmp.xml.open("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        xmp.document(paper, producer);
        if (paper.invoice() != null) {
            xmp.invoice(file);
        }
        xmp.declarations(paper.invoice() != null);
        xmp.xml.close().close();
        String packet =
                "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + xmp.xml + "<?xpacket end=\"r\"?>";
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    private void document(Paper paper, String producer) {
        String time = paper.day() + "T00:00:00Z";
        description("dc", "http://purl.org/dc/elements/1.1/");
        xml.leaf("dc:format", "application/pdf");
        xml.open("dc:title").open("rdf:Alt").leaf("rdf:li", paper.title(), "xml:lang", "x-default");
        xml.close().close();
        list("dc:creator", "rdf:Seq", paper.author());
        list("dc:language", "rdf:Bag", "en");
        xml.close();
        description("pdfaid", EXTENSION + "id/");
        xml.leaf("pdfaid:part", "3").leaf("pdfaid:conformance", "A").close();
        description("pdfuaid", ACCESSIBLE);
        xml.leaf("pdfuaid:part", "1").close();
        description("pdf", "http://ns.adobe.com/pdf/1.3/");
        xml.leaf("pdf:Producer", producer).close();
        description("xmp", "http://ns.adobe.com/xap/1.0/");
        xml.leaf("xmp:CreateDate", time).leaf("xmp:ModifyDate", time).close();
    }

    private void invoice(String file) {
        description("fx", FACTUR_X);
        xml.leaf("fx:DocumentType", "INVOICE").leaf("fx:DocumentFileName", file);
        xml.leaf("fx:Version", "1.0").leaf("fx:ConformanceLevel", "EN 16931").close();
    }

    private void declarations(boolean invoice) {
        xml.open(
                "rdf:Description",
                "rdf:about",
                "",
                "xmlns:pdfaExtension",
                EXTENSION + "extension/",
                "xmlns:pdfaSchema",
                EXTENSION + "schema#",
                "xmlns:pdfaProperty",
                EXTENSION + "property#");
        xml.open("pdfaExtension:schemas").open("rdf:Bag");
        schema("PDF/UA Universal Accessibility Schema", ACCESSIBLE, "pdfuaid");
        property("part", "Integer", "internal", "The part of ISO 14289 that the document follows");
        endOfSchema();
        if (invoice) {
            schema("Factur-X PDFA Extension Schema", FACTUR_X, "fx");
            property("DocumentFileName", "Text", "external", "The name of the attached XML invoice");
            property("DocumentType", "Text", "external", "The type of the attached document");
            property("Version", "Text", "external", "The version of the standard that the attached invoice follows");
            property("ConformanceLevel", "Text", "external", "The profile of the attached invoice");
            endOfSchema();
        }
        xml.close().close().close();
    }

    private void schema(String name, String namespace, String prefix) {
        xml.open("rdf:li", "rdf:parseType", "Resource");
        xml.leaf("pdfaSchema:schema", name);
        xml.leaf("pdfaSchema:namespaceURI", namespace).leaf("pdfaSchema:prefix", prefix);
        xml.open("pdfaSchema:property").open("rdf:Seq");
    }

    private void endOfSchema() {
        xml.close().close().close();
    }

    private void property(String name, String type, String category, String description) {
        xml.open("rdf:li", "rdf:parseType", "Resource");
        xml.leaf("pdfaProperty:name", name).leaf("pdfaProperty:valueType", type);
        xml.leaf("pdfaProperty:category", category).leaf("pdfaProperty:description", description);
        xml.close();
    }

    private void description(String prefix, String namespace) {
        xml.open("rdf:Description", "rdf:about", "", "xmlns:" + prefix, namespace);
    }

    private void list(String name, String kind, String value) {
        xml.open(name).open(kind).leaf("rdf:li", value).close().close();
    }
}
