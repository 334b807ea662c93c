package billing.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables for spreadsheets (RFC 4180). A spreadsheet takes a text that begins like a formula for one; somebody else's words that
 * do get an apostrophe in front, which shows them as text.
 */
public final class Csv {
    public static final String TYPE = "text/csv";
    private static final MediaType CSV = MediaType.valueOf(TYPE);
    private static final String FORMULA = "=+-@\t\r\n";

    private final StringBuilder table = new StringBuilder();

    /** Adds a row. */
    public Csv line(List<String> cells) {
        table.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return table.toString();
    }

    /** Somebody else's words, which must not run. */
    public static String text(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    /** The type of an answer. */
    public static MediaType type() {
        return CSV.withCharset("utf-8");
    }

    /** Whether CSV is what is liked best of what there is; who takes anything gets JSON. */
    public static boolean isWanted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(CSV) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
