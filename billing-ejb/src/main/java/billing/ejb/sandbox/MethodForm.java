package billing.ejb.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed on the hosted page: the payment method that it describes, or what is wrong with it by field. A
 * card number is used here to find its {@link TestCard} and goes no further.
 */
record MethodForm(@Nullable Doc method, Map<String, String> errors) {
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*/?\\s*(?:20)?(\\d{2})");
    private static final Pattern POSTCODE = Pattern.compile("[A-Za-z0-9 -]{3,10}");
    private static final int LONGEST_NAME = 100;

    static MethodForm read(String type, Params typed, Instant now) {
        return type.equals("us_bank_account") ? bank(typed, now) : card(typed, now);
    }

    private static MethodForm card(Params typed, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        String number = digits(typed.text("number"));
        Optional<TestCard> card = TestCard.ofNumber(number);
        require(typed, errors, FormField.CARD);
        check(errors, "number", isCardNumber(number), "error.number");
        check(errors, "number", card.isPresent(), "error.number.unknown");
        YearMonth expiry = expiry(typed.optional("expiry").orElse(""));
        check(errors, "expiry", expiry != null, "error.expiry");
        YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        check(errors, "expiry", expiry != null && !expiry.isBefore(current), "error.expiry.past");
        int length = card.map(TestCard::cvcLength).orElse(3);
        check(errors, "cvc", typed.optional("cvc").orElse("").matches("\\d{" + length + "}"), "error.cvc", length);
        checkName(typed, errors, "name");
        String postcode = typed.optional("postcode").orElse("").strip();
        check(errors, "postcode", POSTCODE.matcher(postcode).matches(), "error.postcode");
        if (!errors.isEmpty() || card.isEmpty() || expiry == null) {
            return new MethodForm(null, errors);
        }
        Doc method = MethodShape.method(
                card.get(),
                card.get().details(expiry.getMonthValue(), expiry.getYear()),
                MethodShape.billingDetails(typed.text("name"), null, postcode),
                now);
        return new MethodForm(method, errors);
    }

    private static MethodForm bank(Params typed, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<TestBank> bank = TestBank.ofAccount(digits(typed.text("account")));
        String type = typed.optional("accountType").orElse("");
        require(typed, errors, FormField.BANK);
        checkName(typed, errors, "holder");
        check(errors, "routing", digits(typed.text("routing")).equals(TestBank.ROUTING_NUMBER), "error.routing");
        check(errors, "account", bank.isPresent(), "error.account");
        check(errors, "accountType", type.equals("checking") || type.equals("savings"), "error.accountType");
        if (!errors.isEmpty() || bank.isEmpty()) {
            return new MethodForm(null, errors);
        }
        Doc method = MethodShape.method(
                bank.get(),
                bank.get().details("individual", type),
                MethodShape.billingDetails(typed.text("holder"), null, null),
                now);
        return new MethodForm(method, errors);
    }

    /** The field that a bank's reason is about, so that its message can stand beside it. */
    static String fieldOf(Decline decline, String type) {
        if (type.equals("us_bank_account")) {
            return "account";
        }
        return switch (decline.code()) {
            case "expired_card" -> "expiry";
            case "incorrect_cvc" -> "cvc";
            case "incorrect_zip" -> "postcode";
            default -> "number";
        };
    }

    private static void require(Params typed, Map<String, String> errors, Iterable<FormField> fields) {
        for (FormField field : fields) {
            check(errors, field.name(), !typed.optional(field.name()).orElse("").isBlank(), "error.required");
        }
    }

    private static void checkName(Params typed, Map<String, String> errors, String field) {
        check(errors, field, typed.optional(field).orElse("").length() <= LONGEST_NAME, "error.name");
    }

    /** The first thing that is wrong with a field is the one that is said. */
    private static void check(
            Map<String, String> errors, String field, boolean right, String key, Object... arguments) {
        if (!right) {
            errors.putIfAbsent(field, Texts.text(key, arguments));
        }
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s-]", "");
    }

    private static @Nullable YearMonth expiry(String text) {
        Matcher matcher = EXPIRY.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            return YearMonth.of(2000 + Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Its check digit is right (Luhn). */
    private static boolean isCardNumber(String number) {
        if (!number.matches("\\d{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
