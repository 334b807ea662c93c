package billing.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, read like {@link Fields}: all mistakes are told at once. */
public final class Parameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_TEXT = 255;

    /** What every list takes, also one that always comes whole. */
    private static final Set<String> PAGING = Set.of("limit", "after");

    private final MultivaluedMap<String, String> query;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> known = new HashSet<>(PAGING);

    Parameters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    public static Parameters of(UriInfo uri) {
        return new Parameters(uri.getQueryParameters());
    }

    /** How many items a page has, 1 to 500. */
    public int limit() {
        return optional("limit", text -> Values.integer(text, 1, MAX_LIMIT)).orElse(DEFAULT_LIMIT);
    }

    /**
     * The cursor of the page before; null for the first page.
     *
     * @param form whether a text looks like a cursor of this list
     */
    public @Nullable String after(Predicate<String> form) {
        return optional("after", text -> form.test(text) ? Value.right(text) : Value.wrong("field.cursor"))
                .orElse(null);
    }

    public Optional<String> optionalText(String name) {
        return optional(name, text -> Values.text(text, MAX_TEXT));
    }

    /** Something that has to be there. */
    public <T> T required(String name, Function<String, Value<T>> reading, T instead) {
        if (!query.containsKey(name)) {
            refuse(name, "field.required");
        }
        return optional(name, reading).orElse(instead);
    }

    public <T> Optional<T> optional(String name, Function<String, Value<T>> reading) {
        known.add(name);
        List<String> given = query.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1) {
            refuse(name, "parameter.once");
            return Optional.empty();
        }
        Value<T> value = reading.apply(given.get(0));
        value.mistake().ifPresent(message -> errors.add(new FieldError(name, message)));
        return value.content();
    }

    /** @throws ProblemException with all mistakes, also those of parameters that nobody asked for */
    public void check() {
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(Fields.shown(name), "field.unknown"));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), Values.MAX_ERRORS)))
                    .asException();
        }
    }

    /** Notes a mistake that only the reader can see. */
    public void refuse(String name, String key, Object... arguments) {
        errors.add(new FieldError(name, Texts.text(key, arguments)));
    }
}
