package billing.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Paths of this application, as the container resolved them: never as the client spelled them. */
public final class Paths {
    private static final String API = "/api";
    private static final String RESOURCES = "/resources";
    private static final int LONGEST = 500;

    private Paths() {}

    /** The path behind the context root, decoded and normalised. */
    public static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Whether a program calls, not a browser. */
    public static boolean isApi(HttpServletRequest request) {
        return isBelow(of(request), API);
    }

    /** Whether it is a style sheet, a script or an image: the same for everybody. */
    public static boolean isResource(HttpServletRequest request) {
        return isBelow(of(request), RESOURCES);
    }

    public static boolean isBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /**
     * Where to go next, if that is a page of this application; else the fallback. Whatever a browser could read as
     * another host (two slashes, a backslash, a scheme) is none of ours.
     */
    public static String next(@Nullable String wanted, String fallback) {
        return wanted != null && isOurs(wanted) ? wanted : fallback;
    }

    private static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
                && !path.contains("/..")
                && !isBelow(path, API);
    }
}
