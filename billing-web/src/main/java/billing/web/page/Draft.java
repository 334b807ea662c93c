package billing.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form before its last step, kept in the session under the form's number: who goes back from that step
 * finds it again, and who opens the form anew does not.
 */
public final class Draft {
    private static final String KEY = "billing.draft";
    private static final int LONGEST = 100;

    private Draft() {}

    /** Keeps it in the place of the one before; nothing that is too long to be an honest answer. */
    public static void keep(HttpServletRequest request, @Nullable String form, Map<String, String> typed) {
        if (form == null || typed.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            return;
        }
        HashMap<String, String> draft = new HashMap<>(typed);
        draft.put(FormNumber.NAME, form);
        request.getSession().setAttribute(KEY, draft);
    }

    /** What was typed into the form of this number, by field; empty if nothing was. */
    public static Map<String, String> of(HttpServletRequest request, @Nullable String form) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(KEY);
        if (form == null || !(kept instanceof Map<?, ?> draft) || !form.equals(draft.get(FormNumber.NAME))) {
            return Map.of();
        }
        Map<String, String> typed = new HashMap<>();
        draft.forEach((field, value) -> typed.put(String.valueOf(field), String.valueOf(value)));
        return typed;
    }
}
