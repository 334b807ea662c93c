package billing.ejb.house;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.stream.Stream;

/** Makes CDI beans of EJBs, and injects what a server would. */
final class HouseRules implements Extension {
    private final Map<Class<?>, Object> resources;

    HouseRules(EntityManager entities, HouseThreads threads) {
        resources = Map.of(
                EntityManager.class, entities,
                TransactionSynchronizationRegistry.class, Transactions.REGISTRY,
                ManagedThreadFactory.class, threads.factory(),
                ManagedExecutorService.class, threads.workers(),
                ManagedScheduledExecutorService.class, threads.executor(),
                SessionContext.class, EjbContext.create());
    }

    <T> void know(@Observes ProcessAnnotatedType<T> type) {
        Class<T> bean = type.getAnnotatedType().getJavaClass();
        if (has(bean, Stateless.class, Singleton.class)) {
            type.configureAnnotatedType()
                    .add(ApplicationScoped.Literal.INSTANCE)
                    .add(AsEjb.Literal.INSTANCE);
        } else if (!has(bean, ApplicationScoped.class, Dependent.class, Interceptor.class)) {
            type.veto();
        }
        type.configureAnnotatedType().fields().stream()
                .filter(field -> has(field.getAnnotated().getJavaMember(), PersistenceContext.class, Resource.class))
                .filter(field -> resources.containsKey(
                        field.getAnnotated().getJavaMember().getType()))
                .forEach(field -> field.add(InjectLiteral.INSTANCE));
    }

    void give(@Observes AfterBeanDiscovery discovery) {
        resources.forEach((type, resource) -> discovery
                .addBean()
                .types(type, Object.class)
                .scope(Dependent.class)
                .createWith(context -> resource));
    }

    @SafeVarargs
    private static boolean has(AnnotatedElement element, Class<? extends Annotation>... annotations) {
        return element instanceof AnnotatedElement && Stream.of(annotations).anyMatch(element::isAnnotationPresent);
    }
}
