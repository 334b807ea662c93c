package billing.ejb.runtime;

import billing.domain.money.Money;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads settings and collects what is wrong with them, to tell it all at once. Never repeats a secret's value. */
final class Settings {
    private static final int SECRET_LENGTH = 16;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;
    private static final String QUICK_START_PASSWORD = "only-for-looking-around";

    private final Function<String, @Nullable String> environment;
    private final Function<String, @Nullable String> properties;
    private final List<String> problems = new ArrayList<>();

    Settings() {
        this(System::getenv, System::getProperty);
    }

    Settings(Function<String, @Nullable String> environment, Function<String, @Nullable String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(name + " is '" + text + "', but can only be true or false");
        }
        return text.equals("true");
    }

    int number(String name, int otherwise, int least, int most) {
        String text = text(name).orElse(Integer.toString(otherwise));
        int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            problems.add(name + " is '" + text + "', but has to be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return value;
    }

    URI url(String name, String otherwise) {
        String text = text(name).orElse(otherwise);
        if (!text.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+(/[^\\s?#]*)?")) {
            problems.add(name + " is '" + text + "', but has to be an address that begins with https:// or http://");
            return URI.create(otherwise);
        }
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    Money money(String name, String otherwise, Money least) {
        String text = text(name).orElse(otherwise);
        Optional<Money> value = Money.parse(text).filter(Money::isWholeCents).filter(m -> !m.isLessThan(least));
        if (value.isEmpty()) {
            problems.add(name + " is '" + text + "', but has to be an amount of at least " + least + " in whole cents");
        }
        return value.orElse(least);
    }

    String matching(String name, String otherwise, String pattern, String rule) {
        String text = text(name).orElse(otherwise);
        if (!text.matches(pattern)) {
            problems.add(name + " is '" + text + "', but has to be " + rule);
        }
        return text;
    }

    /** What production can't do without, and the sandbox has a default for. */
    String needed(String name, String sandboxDefault, boolean sandbox, String pattern, String rule) {
        if (!sandbox && text(name).isEmpty()) {
            problems.add(name + " is missing; it is needed unless BILLING_SANDBOX=true, and has to be " + rule);
            return sandboxDefault;
        }
        return matching(name, sandboxDefault, pattern, rule);
    }

    /** A secret: the sandbox has a default, which production refuses. */
    String secret(String name, String sandboxDefault, boolean sandbox) {
        Optional<String> text = text(name);
        if (sandbox) {
            return text.orElse(sandboxDefault);
        }
        if (text.isEmpty()) {
            problems.add(name + " is missing; it is needed unless BILLING_SANDBOX=true");
        } else if (text.get().equals(sandboxDefault)) {
            problems.add(name + " is the sandbox's default, which everybody knows");
        } else if (text.get().length() < SECRET_LENGTH) {
            problems.add(name + " is shorter than " + SECRET_LENGTH + " characters");
        }
        return text.orElse("");
    }

    /** The password of a person: long enough, and in production not the one that the documentation names. */
    Optional<String> password(String name, boolean sandbox) {
        Optional<String> text = text(name);
        int length = text.map(String::length).orElse(SHORTEST_PASSWORD);
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            problems.add(name + " has to have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
        }
        if (!sandbox && text.filter(QUICK_START_PASSWORD::equals).isPresent()) {
            problems.add(name + " is the quick start's, which everybody knows");
        }
        return text;
    }

    /** Says of a setting, if it is there, that it must not be or must not be alone. */
    void refuse(String name, String rule) {
        text(name).ifPresent(present -> problems.add(name + " " + rule));
    }

    /** @throws IllegalStateException naming everything that is wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "BILL-0001 the configuration is wrong:\n - " + String.join("\n - ", problems));
        }
    }

    Optional<String> text(String name) {
        String property = properties.apply(
                name.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-'));
        return Optional.ofNullable(property == null ? environment.apply(name) : property)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
