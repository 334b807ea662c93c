package billing.web.usage;

import billing.domain.id.AccountId;
import billing.domain.usage.Labels;
import billing.domain.usage.UsageEvent;
import billing.ejb.usage.RejectedEventService;
import billing.web.api.SharedTexts;
import billing.web.api.Value;
import billing.web.api.Values;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event of a batch. A mistake makes it a {@link Refusal} and never stops its neighbours. Whatever the event
 * is, the parser stands behind it in the end.
 */
final class EventReading {
    private static final int MAX_ID = 100;
    private static final int MAX_HOLD = 40;
    private static final Set<String> KNOWN = Set.of("id", "account", "sku", "quantity", "time", "holdId");
    private static final Set<String> LABELS = Set.of("apiKey", "project", "model");

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private boolean labelled;

    /** Reads the value at which the parser stands. */
    static EventReading at(JsonParser parser, Event event) {
        EventReading reading = new EventReading();
        if (event == Event.START_OBJECT) {
            reading.object(parser, "");
        } else {
            skip(parser, event);
            reading.mistake("events", Value.wrong("field.object"));
        }
        return reading;
    }

    private void object(JsonParser parser, String path) {
        Set<String> known = path.isEmpty() ? KNOWN : LABELS;
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            Event value = parser.next();
            if (path.isEmpty() && name.equals("labels")) {
                labels(parser, value);
            } else if (known.contains(name)) {
                text(parser, value, path + name);
            } else {
                skip(parser, value);
                mistake(path + shown(name), Value.wrong("field.unknown"));
            }
        }
    }

    private void labels(JsonParser parser, Event value) {
        if (labelled) {
            mistake("labels", Value.wrong("parameter.once"));
        }
        labelled = true;
        if (value == Event.START_OBJECT) {
            object(parser, "labels.");
        } else if (value != Event.VALUE_NULL) {
            skip(parser, value);
            mistake("labels", Value.wrong("field.object"));
        }
    }

    private void text(JsonParser parser, Event value, String name) {
        if (value == Event.VALUE_STRING) {
            if (texts.put(name, parser.getString()) != null) {
                mistake(name, Value.wrong("parameter.once"));
            }
        } else if (value != Event.VALUE_NULL) {
            skip(parser, value);
            mistake(name, Value.wrong(value == Event.VALUE_NUMBER ? "field.string-not-number" : "field.string"));
        }
    }

    private static void skip(JsonParser parser, Event value) {
        if (value == Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() <= MAX_ID ? plain : plain.substring(0, MAX_ID);
    }

    /** The event, if nothing is wrong with it; {@link #refusal} says what is. */
    Optional<UsageEvent> event() {
        String id = required("id", EventReading::id, "");
        AccountId account = required("account", Values::accountId, new AccountId(1));
        String sku = required("sku", text -> Values.text(text, MAX_ID), "");
        BigDecimal quantity = required("quantity", Values::quantity, BigDecimal.ZERO);
        Instant time = required("time", Values::time, Instant.EPOCH);
        Labels labels = new Labels(label("apiKey"), label("project"), label("model"));
        String hold = optional("holdId", text -> Values.text(text, MAX_HOLD)).orElse(null);
        return mistakes.isEmpty()
                ? Optional.of(new UsageEvent(id, account, sku, quantity, time, labels, hold))
                : Optional.empty();
    }

    private static Value<String> id(String text) {
        return UsageEvent.isReserved(text) ? Value.wrong("field.reserved-id") : Values.text(text, MAX_ID);
    }

    /** What is wrong with it; asked for after {@link #event()}. */
    Refusal refusal() {
        return new Refusal(
                RejectedEventService.INVALID,
                SharedTexts.rejection(RejectedEventService.INVALID, String.join("; ", mistakes)),
                texts);
    }

    private @Nullable String label(String name) {
        return optional("labels." + name, text -> Values.text(text, MAX_ID)).orElse(null);
    }

    private <T> T required(String name, Function<String, Value<T>> reading, T instead) {
        if (!texts.containsKey(name)) {
            mistake(name, Value.wrong("field.required"));
        }
        return optional(name, reading).orElse(instead);
    }

    private <T> Optional<T> optional(String name, Function<String, Value<T>> reading) {
        String text = texts.get(name);
        if (text == null) {
            return Optional.empty();
        }
        Value<T> value = reading.apply(text);
        mistake(name, value);
        return value.content();
    }

    /** The first mistake of a field is the one to tell. */
    private void mistake(String name, Value<?> value) {
        if (mistakes.stream().noneMatch(told -> told.startsWith(name + " "))) {
            value.mistake().ifPresent(text -> mistakes.add(name + " " + text));
        }
    }
}
