package billing.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the session of a browser holds, and nothing else does: who it is, its forms' token, and notices to be shown once. */
public final class PageSession {
    /** The form field that carries the token. */
    public static final String TOKEN_FIELD = "token";

    private static final String PERSON = "billing.person";
    private static final String TOKEN = "billing.token";
    private static final String NOTICES = "billing.notices";
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PageSession() {}

    /** Lets a person in: a member or an operator. The session gets a new id and a new token: nothing that was known before is good for anything. */
    public static void begin(HttpServletRequest request, String personId) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(PERSON, personId);
        session.setAttribute(TOKEN, random());
    }

    /** Ends the session with all that it holds. */
    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The id of the member or operator who logged in. */
    public static Optional<String> person(HttpServletRequest request) {
        return Optional.ofNullable(text(request, PERSON));
    }

    /** The token that this session's forms carry. */
    public static String token(HttpServletRequest request) {
        String token = text(request, TOKEN);
        if (token != null) {
            return token;
        }
        String fresh = random();
        request.getSession().setAttribute(TOKEN, fresh);
        return fresh;
    }

    /** Whether a form came from a page of this session. */
    public static boolean isToken(HttpServletRequest request, @Nullable String claimed) {
        String token = text(request, TOKEN);
        return token != null && claimed != null && MessageDigest.isEqual(bytes(token), bytes(claimed));
    }

    /** Keeps a notice for the next page. */
    public static void tell(HttpServletRequest request, String notice) {
        List<String> notices = new ArrayList<>(notices(request));
        notices.add(notice);
        request.getSession().setAttribute(NOTICES, notices);
    }

    /** The notices that no page has shown yet; they are gone then. */
    public static List<String> takeNotices(HttpServletRequest request) {
        List<String> notices = notices(request);
        if (!notices.isEmpty()) {
            request.getSession().removeAttribute(NOTICES);
        }
        return notices;
    }

    /** Keeps a value under a name until it is taken. */
    public static void keep(HttpServletRequest request, String name, String value) {
        request.getSession().setAttribute(name, value);
    }

    /** Takes what was kept under a name. */
    public static Optional<String> take(HttpServletRequest request, String name) {
        Optional<String> value = peek(request, name);
        if (value.isPresent()) {
            request.getSession().removeAttribute(name);
        }
        return value;
    }

    /** Looks at what was kept under a name. */
    public static Optional<String> peek(HttpServletRequest request, String name) {
        return Optional.ofNullable(text(request, name));
    }

    private static List<String> notices(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(NOTICES);
        return kept instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(name);
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
