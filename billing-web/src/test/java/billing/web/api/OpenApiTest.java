package billing.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.HoldStatus;
import billing.domain.invoice.InvoiceStatus;
import billing.domain.ledger.EntryKind;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeStatus;
import billing.domain.usage.Product;
import billing.ejb.notice.MailKind;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description says what the resources do, and nothing else. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    /** Calls of servlets, which are too frequent for JAX-RS; platform keys only. */
    private static final Set<String> USAGE = Set.of("/usage-events post");

    private final Map<String, Object> document = document();

    @Test
    void it_describes_exactly_the_calls_that_there_are() {
        Set<String> served = calls(method -> true);
        served.addAll(USAGE);
        assertEquals(String.join("\n", served), String.join("\n", described(operation -> true)));
    }

    @Test
    void it_marks_the_calls_of_the_platform() {
        Set<String> guarded = calls(OpenApiTest::isPlatformOnly);
        guarded.addAll(USAGE);
        Set<String> marked =
                described(operation -> text(operation, "description").startsWith("Platform keys only."));
        assertEquals(String.join("\n", guarded), String.join("\n", marked));
    }

    @Test
    void it_has_every_reference_that_it_makes() {
        Set<String> references = new TreeSet<>();
        collect(document, references);
        references.forEach(reference -> assertTrue(exists(reference), reference));
    }

    @Test
    void it_knows_the_states_and_kinds_that_there_are() {
        assertEquals(names(PurchaseStatus.values()), choices("components/schemas/Purchase/properties/status"));
        assertEquals(
                Stream.of(InvoiceStatus.values())
                        .filter(InvoiceStatus::isStamped)
                        .map(Enum::name)
                        .toList(),
                choices("components/schemas/Invoice/properties/status"));
        assertEquals(names(EntryKind.values()), choices("components/schemas/EntryKind"));
        assertEquals(names(HoldStatus.values()), choices("components/schemas/Hold/properties/status"));
        assertEquals(names(MailKind.values()), choices("components/schemas/MailKind"));
        assertEquals(names(Product.values()), choices("components/schemas/Product"));
        assertEquals(names(RechargeMode.values()), choices("components/schemas/AutoRecharge/properties/mode"));
        assertEquals(names(RechargeStatus.values()), choices("components/schemas/AutoRecharge/properties/status"));
        assertEquals(names(OffReason.values()), choices("components/schemas/AutoRecharge/properties/disabledReason"));
    }

    @Test
    void every_call_has_a_name_of_its_own() {
        List<String> names = operations().map(o -> text(o, "operationId")).toList();
        assertEquals(names.size(), Set.copyOf(names).size());
    }

    private static Map<String, Object> document() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try (InputStream in = OpenApiServlet.class.getResourceAsStream(OpenApiServlet.DOCUMENT)) {
            return yaml.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> described(Predicate<Map<String, Object>> wanted) {
        Set<String> all = new TreeSet<>();
        object(document, "paths")
                .forEach((path, item) -> castObject(item).forEach((method, operation) -> {
                    if (METHODS.contains(method) && wanted.test(castObject(operation))) {
                        all.add(path + " " + method);
                    }
                }));
        return all;
    }

    private Stream<Map<String, Object>> operations() {
        return object(document, "paths").values().stream()
                .flatMap(item -> castObject(item).entrySet().stream())
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> castObject(entry.getValue()));
    }

    private static Set<String> calls(Predicate<Method> wanted) {
        return resources()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(wanted)
                .flatMap(OpenApiTest::call)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> call(Method method) {
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path path = method.getAnnotation(Path.class);
        String whole = path == null ? root : root + "/" + path.value();
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> whole + " " + http.value().toLowerCase(Locale.ROOT));
    }

    private static boolean isPlatformOnly(Method method) {
        return method.isAnnotationPresent(PlatformOnly.class)
                || method.getDeclaringClass().isAnnotationPresent(PlatformOnly.class);
    }

    /** All classes of this module that have a path. */
    private static Stream<Class<?>> resources() {
        java.nio.file.Path root = root();
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            List<Class<?>> found = new ArrayList<>();
            files.filter(file -> file.toString().endsWith("Resource.class"))
                    .forEach(file -> found.add(load(root.relativize(file).toString())));
            return found.stream().filter(type -> type.isAnnotationPresent(Path.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.nio.file.Path root() {
        try {
            URI classes = ApiApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return java.nio.file.Path.of(classes);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.').replace('\\', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Object node, Set<String> references) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if ("$ref".equals(name)) {
                    references.add((String) value);
                }
                collect(value, references);
            });
        }
        if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, references));
        }
    }

    private boolean exists(String reference) {
        return at(reference.replace("#/", "")) != null;
    }

    private Object at(String path) {
        Object node = document;
        for (String name : path.split("/")) {
            node = node instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return node;
    }

    private List<?> choices(String path) {
        return (List<?>) castObject(at(path)).get("enum");
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String text(Map<String, Object> node, String name) {
        return (String) node.getOrDefault(name, "");
    }

    private static Map<String, Object> object(Map<String, Object> node, String name) {
        return castObject(node.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> castObject(Object node) {
        return (Map<String, Object>) node;
    }
}
