package billing.ejb.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told.
 *
 * @param facts Money, Instant, YearMonth, Integer, String, enum values, {@link Phrase}s or {@link MethodLabel}s, as
 *     the kind names them
 * @param path where its button leads: a path of our pages, or an absolute address; null for none
 * @param once what makes it the same mail: an account's mail of one kind and one such text reaches an address once, a second
 *     one is silently dropped; null for one that is always sent
 */
public record Mail(
        MailKind kind,
        List<Object> facts,
        @Nullable String path,
        @Nullable String once) {

    /** @throws IllegalArgumentException if the facts are not those of the kind */
    public Mail {
        facts = List.copyOf(facts);
        if (facts.size() != kind.facts().size()) {
            throw new IllegalArgumentException(kind + " takes " + kind.facts());
        }
        for (int i = 0; i < facts.size(); i++) {
            if (!kind.facts().get(i).isInstance(facts.get(i))) {
                throw new IllegalArgumentException(kind + " takes " + kind.facts() + ", not " + facts);
            }
        }
    }
}
