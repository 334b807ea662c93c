package billing.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests as a container would hand them over, as far as the filters look. */
final class Requests {
    final Map<String, String[]> parameters = new HashMap<>();
    final Map<String, String> headers = new HashMap<>();
    final Map<String, Object> session = new HashMap<>();
    String method = "GET";
    String path = "/settings/billing";
    long length = 100;
    int status = 200;
    boolean passed;

    static Requests get(String path) {
        Requests request = new Requests();
        request.path = path;
        return request;
    }

    static Requests post(String path) {
        Requests request = get(path);
        request.method = "POST";
        return request;
    }

    Requests with(String name, String... values) {
        parameters.put(name, values);
        return this;
    }

    Requests withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Requests ofLength(long bytes) {
        length = bytes;
        return this;
    }

    /** The session's token, as a page of it would carry it. */
    Requests withItsToken() {
        return with(PageSession.TOKEN_FIELD, PageSession.token(request()));
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (self, called, arguments) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getServletPath" -> path;
            case "getContextPath" -> "/billing";
            case "getContentLengthLong" -> length;
            case "getHeader" -> headers.get((String) arguments[0]);
            case "getParameter" -> parameters.getOrDefault((String) arguments[0], new String[1])[0];
            case "getParameterValues" -> parameters.get((String) arguments[0]);
            case "getSession" -> session();
            default -> null;
        });
    }

    private HttpSession session() {
        return proxy(HttpSession.class, (self, called, arguments) -> switch (called.getName()) {
            case "getAttribute" -> session.get((String) arguments[0]);
            case "setAttribute" -> session.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> session.remove((String) arguments[0]);
            default -> null;
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (self, called, arguments) -> {
            if (List.of("sendError", "setStatus").contains(called.getName())) {
                status = (Integer) arguments[0];
            }
            return called.getReturnType() == boolean.class ? false : null;
        });
    }

    FilterChain chain() {
        return (request, response) -> passed = true;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
