package billing.web.api;

import java.util.Optional;

/**
 * What became of a text: its meaning, or what is wrong with it.
 *
 * @param content empty exactly if there is a mistake
 */
public record Value<T>(Optional<T> content, Optional<String> mistake) {
    public static <T> Value<T> right(T content) {
        return new Value<>(Optional.of(content), Optional.empty());
    }

    /** A mistake, told by the text of this key. */
    public static <T> Value<T> wrong(String key, Object... arguments) {
        return new Value<>(Optional.empty(), Optional.of(Texts.text(key, arguments)));
    }
}
