package billing.web.usage;

import billing.domain.usage.UsageEvent;
import billing.web.api.Json;
import billing.web.api.Problem;
import billing.web.api.ProblemException;
import billing.web.api.Value;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The body of a batch, read in one pass and without a tree, because it is the most frequent one and the largest.
 *
 * @param events those that make sense
 * @param refused those that don't
 */
record BatchReading(List<UsageEvent> events, List<Refusal> refused) {
    private static final int MOST = 1_000;
    private static final String EVENTS = "events";

    /** @throws ProblemException if the body as a whole is not as it should be; then none of its events is looked at */
    static BatchReading of(String body) {
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            return read(parser);
        } catch (JsonException | IllegalStateException | NoSuchElementException notJson) {
            throw Problem.malformed("json.syntax").asException();
        }
    }

    private static BatchReading read(JsonParser parser) {
        if (parser.next() != Event.START_OBJECT) {
            throw Problem.malformed("json.object").asException();
        }
        BatchReading batch = new BatchReading(new ArrayList<>(), new ArrayList<>());
        boolean there = false;
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            if (!name.equals(EVENTS)) {
                throw Problem.inField(name, Value.wrong("field.unknown")).asException();
            }
            if (there) {
                throw Problem.malformed("json.duplicate", EVENTS).asException();
            }
            there = true;
            batch.list(parser);
        }
        if (parser.hasNext()) {
            throw Problem.malformed("json.syntax").asException();
        }
        if (!there) {
            throw Problem.inField(EVENTS, Value.wrong("field.required")).asException();
        }
        return batch;
    }

    private void list(JsonParser parser) {
        if (parser.next() != Event.START_ARRAY) {
            throw Problem.inField(EVENTS, Value.wrong("field.array")).asException();
        }
        int count = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            count++;
            if (count <= MOST) {
                take(EventReading.at(parser, event));
            } else {
                throw wrongCount();
            }
        }
        if (count == 0) {
            throw wrongCount();
        }
    }

    private static ProblemException wrongCount() {
        return Problem.inField(EVENTS, Value.wrong("field.events", MOST)).asException();
    }

    private void take(EventReading reading) {
        reading.event().ifPresentOrElse(events::add, () -> refused.add(reading.refusal()));
    }
}
