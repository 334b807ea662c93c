package billing.ejb.notice;

import billing.domain.money.Money;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Puts mails into words. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class MailTexts {
    private static final ResourceBundle MAILS = bundle("billing.ejb.notice.mails", MailTexts.class);

    /** What pages say, too. */
    private static final ResourceBundle SHARED = bundle("billing.domain.words", Money.class);

    /** What their texts are called there. */
    private static final Map<String, String> FAMILIES =
            Map.of("DeclineCode", "decline", "TermsType", "terms", "ContractPlan", "plan");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    @Inject
    Configuration configuration;

    private static ResourceBundle bundle(String name, Class<?> neighbour) {
        return ResourceBundle.getBundle(name, Locale.ROOT, neighbour.getClassLoader());
    }

    /**
     * A mail in its words.
     *
     * @param about the name of the account that it is about
     */
    Letter write(Mail mail, String about) {
        String kind = mail.kind().name();
        String subject = text(kind + ".subject", mail.facts());
        String body = text(kind + ".text", mail.facts());
        String footer = text("footer", List.of(about, configuration.supportUrl().replaceFirst("^mailto:", "")));
        @Nullable String path = mail.path();
        if (path == null) {
            return new Letter(subject, body, null, null, footer);
        }
        return new Letter(subject, body, text(kind + ".button", mail.facts()), absolute(path), footer);
    }

    private String absolute(String path) {
        return path.startsWith("/") ? configuration.publicUrl() + path : path;
    }

    private String text(String key, List<Object> facts) {
        Object[] words = facts.stream().map(this::words).toArray();
        return new MessageFormat(MAILS.getString(key), Locale.ENGLISH).format(words);
    }

    private String words(Object fact) {
        if (fact instanceof Money money) {
            return AmountText.of(money, configuration.currency());
        }
        if (fact instanceof Instant time) {
            return MINUTE.format(time);
        }
        if (fact instanceof Enum<?> value) {
            return name(value);
        }
        if (fact instanceof YearMonth month) {
            return MONTH.format(month);
        }
        if (fact instanceof MethodLabel method) {
            return method(method.label());
        }
        return fact instanceof Phrase phrase ? text(phrase.key(), phrase.facts()) : fact.toString();
    }

    /** A card or bank account in words, of its brand and last digits as in {@code visa 4242}. */
    public static String method(String label) {
        int space = label.lastIndexOf(' ');
        String brand = label.substring(0, Math.max(space, 0));
        String key = "brand." + brand.toLowerCase(Locale.ROOT);
        return new MessageFormat(SHARED.getString("methods.label"), Locale.ENGLISH).format(new Object[] {
            SHARED.containsKey(key) ? SHARED.getString(key) : brand, label.substring(space + 1)
        });
    }

    private static String name(Enum<?> value) {
        String type = value.getDeclaringClass().getSimpleName();
        String shared = FAMILIES.getOrDefault(type, type) + "." + value.name();
        return SHARED.containsKey(shared) ? SHARED.getString(shared) : MAILS.getString(type + "." + value.name());
    }
}
