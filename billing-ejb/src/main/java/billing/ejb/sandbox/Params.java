package billing.ejb.sandbox;

import billing.domain.id.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Form parameters as Stripe nests them: {@code a[b][c]=x} is asked for as {@code a.b.c}, {@code a[]} and {@code a[0]}
 * are elements of the list {@code a}.
 */
final class Params {
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern ELEMENT = Pattern.compile("\\[\\d*]$");

    private final TreeMap<String, List<String>> values = new TreeMap<>();

    static Params none() {
        return new Params();
    }

    static Params parse(@Nullable String query, String body) {
        Params params = new Params();
        params.read(query == null ? "" : query);
        params.read(body);
        return params;
    }

    private void read(String form) {
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(canonical(name), unused -> new ArrayList<>())
                        .add(value);
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(null, null, "Invalid encoding of the parameters.");
        }
    }

    private static String canonical(String name) {
        Matcher brackets = BRACKET.matcher(ELEMENT.matcher(name).replaceFirst(""));
        return brackets.replaceAll(match -> Matcher.quoteReplacement("." + match.group(1)));
    }

    /** The value; null when it is absent or empty. */
    @Nullable
    String text(String name) {
        List<String> all = values.get(name);
        return all == null || all.get(0).isEmpty() ? null : all.get(0);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether any member of a nested parameter was given. */
    boolean hasAny(String prefix) {
        return !members(prefix).isEmpty();
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(text(name));
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> ApiError.missingParam(bracketed(name)));
    }

    boolean flag(String name) {
        String text = text(name);
        if (text == null || text.equals("false") || text.equals("0")) {
            return false;
        }
        if (text.equals("true") || text.equals("1")) {
            return true;
        }
        throw ApiError.invalid(null, bracketed(name), "Invalid boolean: " + text);
    }

    @Nullable
    Long whole(String name) {
        String text = text(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ApiError.invalid("parameter_invalid_integer", bracketed(name), "Invalid integer: " + text);
        }
    }

    List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The members of a nested parameter by their own names, empty ones included: they mean "remove". */
    Map<String, String> members(String prefix) {
        Map<String, String> members = new TreeMap<>();
        values.tailMap(prefix + ".").forEach((name, all) -> {
            if (name.startsWith(prefix + ".")) {
                members.put(name.substring(prefix.length() + 1), all.get(0));
            }
        });
        return members;
    }

    /** The same text for the same parameters, in whatever order they came. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        values.forEach((name, each) -> all.append(name).append('=').append(each).append('\n'));
        return Sha256.hex(all.toString());
    }

    private static String bracketed(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? name
                : name.substring(0, dot) + "[" + name.substring(dot + 1).replace(".", "][") + "]";
    }
}
