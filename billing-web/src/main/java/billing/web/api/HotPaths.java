package billing.web.api;

import billing.domain.id.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The calls that are too frequent to be authenticated by a query of their own: they look at the key in their own one. */
public final class HotPaths {
    private static final String BEFORE = ApiApplication.PATH + "/accounts/";
    private static final String BEHIND = "/access";
    /** Where usage is reported. */
    public static final String USAGE = ApiApplication.PATH + "/usage-events";

    private HotPaths() {}

    /** Whether whoever answers the request looks at its key. */
    public static boolean isHot(HttpServletRequest request) {
        return isUsage(request) || accessOf(request).isPresent();
    }

    private static boolean isUsage(HttpServletRequest request) {
        return request.getServletPath().equals(USAGE);
    }

    /** The account whose access a plain GET asks for; empty for every other request, which JAX-RS answers. */
    public static Optional<AccountId> accessOf(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || !PlainAnswers.takesJson(request)) {
            return Optional.empty();
        }
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.startsWith(BEFORE) && path.endsWith(BEHIND) && path.length() > BEFORE.length() + BEHIND.length()
                ? AccountId.parse(path.substring(BEFORE.length(), path.length() - BEHIND.length()))
                : Optional.empty();
    }
}
