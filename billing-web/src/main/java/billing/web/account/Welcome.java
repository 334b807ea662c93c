package billing.web.account;

import billing.web.page.PageSession;
import jakarta.servlet.http.HttpServletRequest;

/** Whether a new owner is still on the way from sign-up over the card to the first credits. */
public final class Welcome {
    private static final String UNDER_WAY = "billing.welcome";

    private Welcome() {}

    static void begin(HttpServletRequest request) {
        PageSession.keep(request, UNDER_WAY, "card");
    }

    public static boolean isUnderWay(HttpServletRequest request) {
        return PageSession.peek(request, UNDER_WAY).isPresent();
    }

    public static void end(HttpServletRequest request) {
        PageSession.take(request, UNDER_WAY);
    }
}
