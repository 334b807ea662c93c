package billing.ejb.house;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Builds the houses, one of each pair for the whole JVM, and leads each test class through them. */
final class Houses implements ClassTemplateInvocationContextProvider {
    private static final Map<Pair, House> SHARED = new EnumMap<>(Pair.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        InEachHouse wanted = context.getRequiredTestClass().getAnnotation(InEachHouse.class);
        return Stream.of(wanted.value()).map(Visit::new);
    }

    private static synchronized House shared(Pair pair) {
        return SHARED.computeIfAbsent(pair, House::on);
    }

    /** One test class in one house. */
    private record Visit(Pair pair) implements ClassTemplateInvocationContext, ParameterResolver, AfterEachCallback {
        @Override
        public String getDisplayName(int index) {
            return pair.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == House.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return shared(pair);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            shared(pair).line().mend();
            shared(pair).assertNobodyIsGreedy();
        }
    }
}
