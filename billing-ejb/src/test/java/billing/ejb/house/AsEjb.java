package billing.ejb.house;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A bean whose calls are an EJB's. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface AsEjb {
    /** The annotation itself. */
    final class Literal extends AnnotationLiteral<AsEjb> implements AsEjb {
        private static final long serialVersionUID = 1L;

        static final Literal INSTANCE = new Literal();
    }
}
