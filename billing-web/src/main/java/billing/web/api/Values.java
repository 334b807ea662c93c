package billing.web.api;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes sense of single values, of a body and of a query alike. */
public final class Values {
    static final int MAX_ERRORS = 20;
    static final int MAX_SHOWN = 64;

    private static final int MAX_DECIMALS = 9;
    private static final int MAX_DIGITS = 15;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_URL = 1000;
    private static final Instant FIRST_TIME = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{C}\\p{Z}@<>\"]{1,64}@[^\\s\\p{C}\\p{Z}@<>\".]+(\\.[^\\s\\p{C}\\p{Z}@<>\".]+)*");

    private Values() {}

    /** A text of 1 to {@code max} characters, without the blanks around it. */
    public static Value<String> text(String text, int max) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Value.wrong("field.empty");
        }
        if (stripped.length() > max) {
            return Value.wrong("field.too-long", max);
        }
        return isPlain(stripped) ? Value.right(stripped) : Value.wrong("field.characters");
    }

    /** No control character, which no name needs and no database takes, and no half of a character. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c) || isHalf(c)) {
                return false;
            }
            i += Character.charCount(c) - 1;
        }
        return true;
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /** A mail address; that it exists is proven by writing to it, not by its letters. */
    public static Value<String> email(String text) {
        Value<String> plain = text(text, MAX_EMAIL);
        if (plain.content().isEmpty() || EMAIL.matcher(plain.content().get()).matches()) {
            return plain;
        }
        return Value.wrong("field.email");
    }

    /** An amount of zero or more. */
    public static Value<Money> money(String text) {
        if (text.isEmpty()) {
            return Value.wrong("field.empty");
        }
        if (!NUMBER.matcher(text).matches()) {
            return Value.wrong("money.format");
        }
        if (text.startsWith("-")) {
            return Value.wrong("money.negative");
        }
        return Money.parse(text).map(Value::right).orElseGet(() -> Value.wrong(moneyMistake(text)));
    }

    private static String moneyMistake(String text) {
        int point = text.indexOf('.');
        return point >= 0 && text.length() - point > 10 ? "money.decimals" : "money.range";
    }

    /** An amount of more than zero. */
    public static Value<Money> positiveMoney(String text) {
        Value<Money> money = money(text);
        boolean zero = money.content().filter(Money.ZERO::equals).isPresent();
        return zero ? Value.wrong("money.zero") : money;
    }

    /** How much was used: zero or more, with at most 9 decimals. */
    public static Value<BigDecimal> quantity(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Value.wrong("quantity.format");
        }
        if (text.startsWith("-")) {
            return Value.wrong("quantity.negative");
        }
        int point = text.indexOf('.');
        if (point >= 0 && text.length() - point > MAX_DECIMALS + 1) {
            return Value.wrong("quantity.decimals");
        }
        boolean sane = (point < 0 ? text.length() : point) <= MAX_DIGITS;
        return sane ? Value.right(new BigDecimal(text)) : Value.wrong("quantity.range");
    }

    /** A time of RFC 3339 within this and the next century, to the microsecond, which is what is kept of it. */
    public static Value<Instant> time(String text) {
        try {
            Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            boolean sane = !time.isBefore(FIRST_TIME) && time.isBefore(END_OF_TIME);
            return sane ? Value.right(time) : Value.wrong("time.range");
        } catch (DateTimeException e) {
            return Value.wrong("time.format");
        }
    }

    /** One of an enum's names. */
    public static <E extends Enum<E>> Value<E> choice(String text, Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(one -> one.name().equals(text))
                .findFirst()
                .map(Value::right)
                .orElseGet(() -> Value.wrong("field.choice", String.join(", ", names(type))));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** The id of an account, which need not exist. */
    public static Value<AccountId> accountId(String text) {
        return AccountId.parse(text).map(Value::right).orElseGet(() -> Value.wrong("field.account"));
    }

    /** An absolute address of the web, without a user in it. */
    public static Value<URI> webAddress(String text) {
        if (text.length() > MAX_URL) {
            return Value.wrong("field.too-long", MAX_URL);
        }
        try {
            URI uri = new URI(text);
            return isWeb(uri) ? Value.right(uri) : Value.wrong("field.url");
        } catch (URISyntaxException e) {
            return Value.wrong("field.url");
        }
    }

    private static boolean isWeb(URI uri) {
        return uri.getScheme() != null
                && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /** A whole number, written as one. */
    static Value<Integer> integer(JsonValue value, int min, int max) {
        if (!(value instanceof JsonNumber number) || !number.toString().matches("-?\\d+")) {
            return Value.wrong("field.integer", min, max);
        }
        return integer(number.toString(), min, max);
    }

    /** The same, written in a query. */
    public static Value<Integer> integer(String text, int min, int max) {
        boolean short9 = text.matches("-?\\d{1,9}");
        int number = short9 ? Integer.parseInt(text) : min - 1;
        return number >= min && number <= max ? Value.right(number) : Value.wrong("field.integer", min, max);
    }

    static Value<Boolean> flag(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Value.right(true);
            case FALSE -> Value.right(false);
            default -> Value.wrong("field.boolean");
        };
    }
}
