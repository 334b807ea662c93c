package billing.ejb.sandbox;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hosted page's request is answered with: HTML, or the way elsewhere.
 *
 * @param formTargets addresses that a form of the page may end at, which its policy must allow
 */
record HostedPage(int status, String html, @Nullable String location, List<String> formTargets) {

    static HostedPage of(int status, String title, Template content) {
        String html = Template.of("page.html")
                .with("title", title)
                .with("content", content)
                .fill();
        return new HostedPage(status, html, null, List.of());
    }

    static HostedPage redirect(String location) {
        return new HostedPage(303, "", location, List.of());
    }

    /** A title, a sentence, and perhaps the way back. */
    static HostedPage message(int status, String key, @Nullable String back) {
        Template content = Template.of("message.html").with("text", Texts.text(key + ".text"));
        if (back != null) {
            content.with(
                    "back",
                    Template.inline("<a class=\"button\" href=\"${back}\">${text:back}</a>")
                            .with("back", back));
        }
        return of(status, Texts.text(key + ".title"), content);
    }

    static HostedPage missing() {
        return message(404, "missing", null);
    }

    HostedPage submittingTo(@Nullable String address) {
        return address == null ? this : new HostedPage(status, html, location, List.of(address));
    }

    /** No script, no frame, nothing from elsewhere; Chromium also checks where a form's answer redirects to. */
    String contentSecurityPolicy() {
        StringBuilder targets = new StringBuilder("'self'");
        for (String target : formTargets) {
            URI uri = URI.create(target.replace("{CHECKOUT_SESSION_ID}", "id"));
            targets.append(' ').append(uri.getScheme()).append("://").append(uri.getRawAuthority());
        }
        return "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action "
                + targets;
    }
}
