package billing.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was sent: what belongs to a field stands beside it, everything stands on top. */
@Named("errors")
@RequestScoped
public class FormErrors {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final List<String> general = new ArrayList<>();

    /** Notes what is wrong with a field, if anything is; the first finding stays. */
    public void at(String field, Optional<String> text) {
        text.ifPresent(found -> fields.putIfAbsent(field, found));
    }

    /** The same for a field whose texts do not name it: the summary calls it by its label. */
    public void at(String field, String label, Optional<String> text) {
        labels.put(field, label);
        at(field, text);
    }

    /** Notes what is wrong with the whole. */
    public void add(String text) {
        general.add(text);
    }

    /** Whether anything is wrong. The answer's status says so, too. */
    public boolean found() {
        if (!isEmpty()) {
            Answers.unprocessable();
        }
        return !isEmpty();
    }

    public boolean isEmpty() {
        return fields.isEmpty() && general.isEmpty();
    }

    public @Nullable String of(String field) {
        return fields.get(field);
    }

    /** The lines of the summary: for each field its id, and a text that names it. */
    public List<Map.Entry<String, String>> getFields() {
        return fields.entrySet().stream()
                .map(error -> Map.entry(error.getKey(), named(error.getKey(), error.getValue())))
                .toList();
    }

    private String named(String field, String text) {
        String label = labels.get(field);
        return label == null ? text : Messages.text("errors.field", label, text);
    }

    public List<String> getGeneral() {
        return general;
    }
}
