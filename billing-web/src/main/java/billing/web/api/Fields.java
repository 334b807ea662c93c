package billing.web.api;

import billing.domain.money.Money;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read one by one. A mistake is noted and a harmless value returned in its place, so that
 * the reader goes on and {@link #check()} can tell all mistakes at once; nothing that was read may be used before.
 */
public final class Fields {
    private final JsonObject json;
    private final String path;
    private final List<FieldError> errors;
    private final Map<String, Set<String>> known;
    private final List<Fields> objects;

    private Fields(JsonObject json) {
        this(json, "", new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    }

    private Fields(
            JsonObject json,
            String path,
            List<FieldError> errors,
            Map<String, Set<String>> known,
            List<Fields> objects) {
        this.json = json;
        this.path = path;
        this.errors = errors;
        this.known = known;
        this.objects = objects;
        objects.add(this);
    }

    /**
     * The fields of a body; {@link #check()} ends the reading.
     *
     * @param body null if the request has none, which some servers don't take for a body of length zero
     * @throws ProblemException {@code MALFORMED_JSON} without a body
     */
    public static Fields of(@Nullable JsonBody body) {
        if (body == null) {
            throw StrictJson.malformed("json.syntax");
        }
        return new Fields(body.json());
    }

    /** A text of 1 to {@code max} characters, without the blanks around it. */
    public String text(String name, int max) {
        return required(name, optionalText(name, max), "");
    }

    public Optional<String> optionalText(String name, int max) {
        return string(name, text -> Values.text(text, max));
    }

    /** A mail address. */
    public String email(String name) {
        return required(name, string(name, Values::email), "");
    }

    /** An amount of more than zero, as a decimal text. */
    public Money amount(String name) {
        return required(name, string(name, Values::positiveMoney), Money.ZERO);
    }

    /** An amount of zero or more, as a decimal text. */
    public Optional<Money> optionalAmount(String name) {
        return string(name, Values::money);
    }

    /** The same, of that much at most. */
    public Optional<Money> optionalAmount(String name, Money most) {
        Optional<Money> amount = optionalAmount(name);
        amount.filter(given -> given.isMoreThan(most)).ifPresent(tooMuch -> refuse(name, "money.most", most));
        return amount;
    }

    public Optional<Instant> optionalTime(String name) {
        return string(name, Values::time);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E instead) {
        return required(name, string(name, text -> Values.choice(text, type)), instead);
    }

    /** Something written as a text, which {@code reading} makes sense of. */
    public <T> Optional<T> string(String name, Function<String, Value<T>> reading) {
        return value(name).flatMap(value -> {
            if (value instanceof JsonString text) {
                return note(name, reading.apply(text.getString()));
            }
            String key = value instanceof JsonNumber ? "field.string-not-number" : "field.string";
            return note(name, Value.wrong(key));
        });
    }

    /** The same, which has to be there. */
    public <T> T requiredString(String name, Function<String, Value<T>> reading, T instead) {
        return required(name, string(name, reading), instead);
    }

    /** A list of texts, which has to be there and may be empty; {@code reading} makes sense of each. */
    public <T> List<T> strings(String name, Function<String, Value<T>> reading) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            refuse(name, "field.required");
            return List.of();
        }
        if (!(value.get() instanceof JsonArray array)) {
            refuse(name, "field.array");
            return List.of();
        }
        return array.stream()
                .map(item -> item instanceof JsonString text
                        ? reading.apply(text.getString())
                        : Value.<T>wrong("field.string-not-number"))
                .flatMap(item -> note(name, item).stream())
                .toList();
    }

    public Optional<Integer> optionalInteger(String name, int min, int max) {
        return value(name).flatMap(value -> note(name, Values.integer(value, min, max)));
    }

    public int integer(String name, int min, int max) {
        return required(name, optionalInteger(name, min, max), min);
    }

    /** True or false; false if it is not there. */
    public boolean flag(String name) {
        return value(name).flatMap(value -> note(name, Values.flag(value))).orElse(false);
    }

    public Optional<Fields> object(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof JsonObject object) {
                return Optional.of(new Fields(object, at(name) + ".", errors, known, objects));
            }
            return note(name, Value.wrong("field.object"));
        });
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** Whether it is there and says null: that something is to go. */
    public boolean isNull(String name) {
        return json.get(name) == JsonValue.NULL;
    }

    /** Notes a mistake that only the reader can see. */
    public void refuse(String name, String key, Object... arguments) {
        errors.add(new FieldError(at(name), Texts.text(key, arguments)));
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException with all mistakes, also those of fields that nobody asked for
     */
    public void check() {
        objects.forEach(Fields::refuseUnknown);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), Values.MAX_ERRORS)))
                    .asException();
        }
    }

    /** A name out of a request, short and plain enough to be repeated in an answer. */
    static String shown(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() <= Values.MAX_SHOWN ? plain : plain.substring(0, Values.MAX_SHOWN) + "...";
    }

    private void refuseUnknown() {
        Set<String> asked = known.getOrDefault(path, Set.of());
        json.keySet().stream()
                .filter(name -> !asked.contains(name))
                .limit(Values.MAX_ERRORS)
                .forEach(name -> refuse(shown(name), "field.unknown"));
    }

    private Optional<JsonValue> value(String name) {
        known.computeIfAbsent(path, none -> new HashSet<>()).add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private <T> T required(String name, Optional<T> value, T instead) {
        if (value.isEmpty() && !has(name)) {
            refuse(name, "field.required");
        }
        return value.orElse(instead);
    }

    private <T> Optional<T> note(String name, Value<T> value) {
        value.mistake().ifPresent(message -> errors.add(new FieldError(at(name), message)));
        return value.content();
    }

    private String at(String name) {
        return path + name;
    }
}
