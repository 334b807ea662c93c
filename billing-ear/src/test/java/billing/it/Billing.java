package billing.it;

import billing.it.server.Server;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The REST API as one of its users speaks: whoever holds the key. */
public final class Billing {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI api;
    private final String key;

    private Billing(URI api, String key) {
        this.api = api;
        this.key = key;
    }

    /** The platform, on the server of this run. */
    public static Billing asPlatform() {
        return at(Server.chosen().url());
    }

    /** The platform, where the application answers at the given address. */
    public static Billing at(URI application) {
        return new Billing(application.resolve("api/v1/"), "sandbox-platform-key");
    }

    /** The same application with another key. */
    public Billing as(String otherKey) {
        return new Billing(api, otherKey);
    }

    /** A new account with no credits and no card. */
    public Customer newAccount(String name) {
        String email = name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.com";
        Answer answer = post("accounts", """
            {"name":"%s","email":"%s"}\
            """.formatted(name, email));
        return new Customer(this, answer.json().getString("id"));
    }

    /** The account that was signed up with an email address. */
    public Customer customer(String email) {
        JsonObject found = get("accounts?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
                .json();
        return new Customer(this, found.getJsonArray("items").getJsonObject(0).getString("id"));
    }

    /** Moves the sandbox's clock; what falls due on the way is done when this returns. */
    public void advanceClock(String by) {
        post("sandbox/clock/advance", """
            {"by":"%s"}\
            """.formatted(by)).json();
    }

    /** Moves the sandbox's clock to noon of the next month's first day; says which month has ended. */
    public YearMonth endsMonth() {
        String now = get("sandbox/clock").json().getString("now");
        YearMonth month = YearMonth.parse(now.substring(0, 7));
        post("sandbox/clock/advance", """
            {"to":"%sT12:00:00Z"}\
            """.formatted(month.plusMonths(1).atDay(1)))
                .json();
        return month;
    }

    /** The proof that the books fit. */
    public JsonObject selfCheck() {
        return get("self-check").json();
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, body, null);
    }

    public Answer post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    private Answer send(String method, String path, @Nullable String body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), response.body(), type);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
