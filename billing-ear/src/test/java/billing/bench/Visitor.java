package billing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member who has logged in as a browser does, and looks at pages. */
final class Visitor {

    private static final List<String> PAGES = List.of("settings/billing", "settings/ledger");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    private final URI application;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(URI application, String email, String password) {
        this.application = application;
        URI login = application.resolve("login");
        Map<String, String> form = form(send(HttpRequest.newBuilder(login)).body());
        form.replaceAll((name, value) -> name.endsWith("email") ? email : name.endsWith("password") ? password : value);
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException("No log-in: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Looks at the balance and the activity again and again; gives the median of a look at both, in milliseconds. */
    double look(int seconds) {
        String cookie = "Cookie: "
                + cookies.getCookieStore().getCookies().stream()
                        .map(each -> each.getName() + "=" + each.getValue())
                        .collect(Collectors.joining("; "));
        List<Request> pages = PAGES.stream()
                .map(page -> Request.get(application.resolve(page), cookie))
                .toList();
        return new Load(application, 1, i -> connection -> look(connection, pages))
                .asFastAsItGoes(seconds)
                .millisAt(50);
    }

    private static int look(Connection connection, List<Request> pages) throws IOException {
        for (Request page : pages) {
            int status = connection.send(page.bytes(), page.length());
            if (status != 200) {
                throw new IOException("Answered " + status);
            }
        }
        return 1;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The fields of a page's only form, with what they hold. */
    private static Map<String, String> form(String page) {
        Map<String, String> fields = new TreeMap<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            String name = attribute(input.group(), "name");
            if (!name.isEmpty()) {
                fields.put(name, attribute(input.group(), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
