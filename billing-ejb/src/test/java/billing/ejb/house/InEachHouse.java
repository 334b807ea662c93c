package billing.ejb.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs a test class once on each pair of JPA provider and database; its constructor takes the {@link House}. */
@ClassTemplate
@ExtendWith(Houses.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InEachHouse {
    Pair[] value() default {
        Pair.HIBERNATE_H2, Pair.HIBERNATE_POSTGRESQL, Pair.ECLIPSELINK_H2, Pair.ECLIPSELINK_POSTGRESQL
    };
}
