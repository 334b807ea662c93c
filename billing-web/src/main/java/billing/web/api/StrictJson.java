package billing.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads the one JSON object that a body is. Stricter than the parser below it: a name may be given once, nesting has a
 * bottom, and a number is short, so that no body costs more than its bytes.
 */
final class StrictJson {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 40;

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws ProblemException {@code MALFORMED_JSON}, if it is anything else than one well-formed object */
    static JsonObject read(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            return new StrictJson(parser).document();
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw malformed("json.syntax");
        }
    }

    private JsonObject document() {
        if (parser.next() != Event.START_OBJECT) {
            throw malformed("json.object");
        }
        JsonObject object = object(1);
        if (parser.hasNext()) {
            throw malformed("json.syntax");
        }
        return object;
    }

    private JsonObject object(int depth) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        Set<String> names = new HashSet<>();
        while (parser.next() != Event.END_OBJECT) {
            String name = parser.getString();
            if (!names.add(name)) {
                throw malformed("json.duplicate", Fields.shown(name));
            }
            object.add(name, value(parser.next(), depth));
        }
        return object.build();
    }

    private JsonArray array(int depth) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, depth));
        }
        return array.build();
    }

    private JsonValue value(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("json.depth", MAX_DEPTH);
        }
        return switch (event) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> Json.createValue(parser.getString());
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw malformed("json.syntax");
        };
    }

    private static JsonValue number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw malformed("json.number", MAX_NUMBER_LENGTH);
        }
        try {
            return Json.createValue(new BigDecimal(text));
        } catch (NumberFormatException exponentOutOfRange) {
            throw malformed("json.number", MAX_NUMBER_LENGTH);
        }
    }

    static ProblemException malformed(String key, Object... arguments) {
        return Problem.malformed(key, arguments).asException();
    }
}
