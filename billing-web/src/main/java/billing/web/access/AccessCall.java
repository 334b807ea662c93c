package billing.web.access;

import billing.domain.usage.Labels;
import billing.web.api.Value;
import billing.web.api.Values;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a call asks of access.
 *
 * @param epoch the epoch that the caller knows, if it wants to wait for another one
 * @param patience the most seconds that it waits, zero for not at all
 */
record AccessCall(Labels labels, Optional<Long> epoch, int patience) {
    static final int LONGEST_WAIT = 30;
    private static final int MAX_LABEL = 255;
    private static final Set<String> PARAMETERS = Set.of("project", "apiKey", "epoch", "wait");
    private static final AccessCall PLAIN = new AccessCall(Labels.NONE, Optional.empty(), 0);

    /** What a query says; empty if it has a mistake. */
    static Optional<AccessCall> of(HttpServletRequest request) {
        return request.getQueryString() == null ? Optional.of(PLAIN) : of(request.getParameterMap());
    }

    private static Optional<AccessCall> of(Map<String, String[]> query) {
        Optional<Value<String>> project = one(query, "project", AccessCall::label);
        Optional<Value<String>> apiKey = one(query, "apiKey", AccessCall::label);
        Optional<Value<Long>> epoch = one(query, "epoch", AccessCall::epoch);
        Optional<Value<Integer>> wait = one(query, "wait", AccessCall::seconds);
        boolean understood = PARAMETERS.containsAll(query.keySet())
                && query.values().stream().allMatch(values -> values.length == 1)
                && isRight(project)
                && isRight(apiKey)
                && isRight(epoch)
                && isRight(wait);
        if (!understood) {
            return Optional.empty();
        }
        Labels labels = new Labels(
                apiKey.flatMap(Value::content).orElse(null),
                project.flatMap(Value::content).orElse(null),
                null);
        return Optional.of(new AccessCall(
                labels,
                epoch.flatMap(Value::content),
                wait.flatMap(Value::content).orElse(0)));
    }

    /** A label of usage. */
    static Value<String> label(String text) {
        return Values.text(text, MAX_LABEL);
    }

    /** An epoch as the answer told it. */
    static Value<Long> epoch(String text) {
        return text.matches("\\d{1,18}") ? Value.right(Long.parseLong(text)) : Value.wrong("access.epoch");
    }

    /** How long to wait. */
    static Value<Integer> seconds(String text) {
        return Values.integer(text, 0, LONGEST_WAIT);
    }

    boolean waits() {
        return epoch.isPresent() && patience > 0;
    }

    private static <T> Optional<Value<T>> one(
            Map<String, String[]> query, String name, Function<String, Value<T>> reading) {
        return Optional.ofNullable(query.get(name)).map(values -> reading.apply(values[0]));
    }

    private static boolean isRight(Optional<? extends Value<?>> value) {
        return value.isEmpty() || value.get().mistake().isEmpty();
    }
}
