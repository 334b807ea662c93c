package billing.web.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be typed into a text field. Each check answers what is wrong, in words, or nothing. */
public final class Fields {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_REASON = 500;
    /** The lengths of OWASP's ASVS; no rules of composition, because those make passwords worse. */
    public static final int SHORTEST_PASSWORD = 12;

    public static final int LONGEST_PASSWORD = 128;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern EMAIL = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1," + LONGEST_LOCAL_PART
            + "}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    private Fields() {}

    /** What was typed, without the blanks around it. */
    public static String tidy(String text) {
        return text.strip();
    }

    /** The same for some lines, which browsers end in their own way. */
    public static String tidyLines(String text) {
        return text.strip().replace("\r\n", "\n");
    }

    /** An address as it is stored and looked up. */
    public static String tidyEmail(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A name of a person, an organisation or a key; {@code label} is how the page calls the field. Its length is counted in
     * UTF-16 units, the longest way that a database of ours counts.
     */
    public static Optional<String> name(String text, String label) {
        return line(text, label, LONGEST_NAME);
    }

    /** Why an operator does something. */
    public static Optional<String> reason(String text, String label) {
        return line(text, label, LONGEST_REASON);
    }

    /** A line of text that may be missing. */
    public static Optional<String> optionalLine(String text, String label, int longest) {
        return tooLong(text, label, longest).or(() -> notPlain(text, label));
    }

    private static Optional<String> line(String text, String label, int longest) {
        return missing(text, label).or(() -> tooLong(text, label, longest)).or(() -> notPlain(text, label));
    }

    /** Some paragraphs, whose lines end as {@link #tidyLines} leaves them. */
    public static Optional<String> paragraphs(String text, String label, int longest) {
        return missing(text, label)
                .or(() -> tooLong(text, label, longest))
                .or(() -> notPlain(text.replace("\n", ""), label));
    }

    private static Optional<String> missing(String text, String label) {
        return text.isEmpty() ? Optional.of(Messages.text("field.missing", label)) : Optional.empty();
    }

    private static Optional<String> tooLong(String text, String label, int longest) {
        return text.length() > longest ? Optional.of(Messages.text("field.tooLong", label, longest)) : Optional.empty();
    }

    private static Optional<String> notPlain(String text, String label) {
        return isPlain(text) ? Optional.empty() : Optional.of(Messages.text("field.notPlain", label));
    }

    public static Optional<String> email(String text) {
        if (text.isEmpty()) {
            return Optional.of(Messages.text("field.email.missing"));
        }
        if (text.length() > LONGEST_EMAIL) {
            return Optional.of(Messages.text("field.email.tooLong", LONGEST_EMAIL));
        }
        return EMAIL.matcher(text).matches() ? Optional.empty() : Optional.of(Messages.text("field.email.malformed"));
    }

    /** A password that somebody chooses. */
    public static Optional<String> newPassword(String text) {
        if (text.isEmpty()) {
            return Optional.of(Messages.text("field.password.missing"));
        }
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST_PASSWORD) {
            return Optional.of(Messages.text("field.password.tooShort", SHORTEST_PASSWORD));
        }
        return length > LONGEST_PASSWORD
                ? Optional.of(Messages.text("field.password.tooLong", LONGEST_PASSWORD))
                : Optional.empty();
    }

    /** Nothing that is invisible or turns the direction of writing, and no half characters: databases refuse some of it. */
    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(Fields::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isDirection(character);
        };
    }

    private static boolean isDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
