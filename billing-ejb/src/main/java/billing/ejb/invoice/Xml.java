package billing.ejb.invoice;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a tree of elements. Whatever is said as text stays text: it is escaped, and what XML can't say or a reader would not
 * see, such as a control character, is left out.
 */
final class Xml {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter writer;

    Xml() {
        try {
            // the JDK's own, for a server's would write the same tree in other bytes
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an element; attributes are names and values in turn. */
    Xml open(String name, String... attributes) {
        return write(() -> {
            writer.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        });
    }

    Xml close() {
        return write(writer::writeEndElement);
    }

    Xml text(String text) {
        return write(() -> writer.writeCharacters(clean(text)));
    }

    /** An element that holds nothing but a text. */
    Xml leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Xml write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Without direction marks, too: they could make an amount look like another one. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(Xml::clean).filter(c -> c >= 0).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int clean(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT -> -1;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> REPLACEMENT;
            default -> isVariationSelector(codePoint) ? -1 : codePoint;
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }

    /** What the writer does. */
    private interface Writing {
        void run() throws XMLStreamException;
    }
}
