package billing.ejb.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of HTML with holes: <code>${name}</code> takes a value and escapes it, <code>${text:key}</code> takes one of
 * the page's words, <code>${html:name}</code> takes another filled template. There is no other way in for raw HTML.
 */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\$\\{(?:(text|html):)?([a-zA-Z_.]+)}");

    private final String source;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> fragments = new HashMap<>();

    private Template(String source) {
        this.source = source;
    }

    static Template of(String file) {
        return new Template(resource(file));
    }

    /** For the few pieces that are shorter than their file would be. */
    static Template inline(String source) {
        return new Template(source);
    }

    static String resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template with(String name, @Nullable String value) {
        values.put(name, value == null ? "" : value);
        return this;
    }

    Template with(String name, Template fragment) {
        fragments.put(name, fragment.fill());
        return this;
    }

    String fill() {
        Matcher holes = HOLE.matcher(source);
        return holes.replaceAll(hole -> Matcher.quoteReplacement(filling(hole.group(1), hole.group(2))));
    }

    private String filling(@Nullable String kind, String name) {
        if (kind == null) {
            return escape(values.getOrDefault(name, ""));
        }
        return kind.equals("text") ? escape(Texts.text(name)) : fragments.getOrDefault(name, "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Several pieces after each other. */
    static Template all(Iterable<Template> pieces) {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.fill()).append('\n'));
        Template joined = new Template("${html:all}");
        joined.fragments.put("all", all.toString());
        return joined;
    }
}
