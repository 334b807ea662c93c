package billing.ejb.house;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** What an EJB container does around a call: Enterprise Beans 4.0, chapters 8 (transactions) and 9 (exceptions). */
@AsEjb
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class EjbCalls {
    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        if (!Modifier.isPublic(call.getMethod().getModifiers())) {
            throw new EJBException(call.getMethod() + " is not public: a server's no-interface view does not have it");
        }
        boolean within = Transactions.isActive();
        return switch (attribute(call.getMethod())) {
            case REQUIRES_NEW -> apart(() -> inNew(call));
            case NOT_SUPPORTED -> apart(() -> alone(call));
            case REQUIRED -> within ? joined(call) : inNew(call);
            case SUPPORTS -> within ? joined(call) : alone(call);
            case MANDATORY -> {
                if (!within) {
                    throw new EJBTransactionRequiredException(call.getMethod().toString());
                }
                yield joined(call);
            }
            case NEVER -> throw new UnsupportedOperationException("NEVER is not used here");
        };
    }

    private static TransactionAttributeType attribute(Method method) {
        TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
        if (own != null) {
            return own.value();
        }
        TransactionAttribute shared = method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
        return shared == null ? TransactionAttributeType.REQUIRED : shared.value();
    }

    private interface Call {
        Object proceed() throws Exception;
    }

    private static Object apart(Call call) throws Exception {
        Transaction suspended = Transactions.MANAGER.suspend();
        try {
            return call.proceed();
        } finally {
            if (suspended != null) {
                Transactions.MANAGER.resume(suspended);
            }
        }
    }

    private static Object inNew(InvocationContext call) throws Exception {
        Transactions.MANAGER.begin();
        Object result;
        try {
            result = call.proceed();
        } catch (RuntimeException | Error e) {
            Transactions.MANAGER.rollback();
            throw wrapped(e);
        } catch (Exception e) {
            end();
            throw e;
        }
        end();
        return result;
    }

    private static void end() throws Exception {
        if (Transactions.MANAGER.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
            Transactions.MANAGER.rollback();
            return;
        }
        try {
            Transactions.MANAGER.commit();
        } catch (Exception e) {
            throw new EJBException("the transaction was not committed", e);
        }
    }

    private static Object joined(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            Transactions.MANAGER.setRollbackOnly();
            EJBTransactionRolledbackException rolledBack = new EJBTransactionRolledbackException(e.toString());
            rolledBack.initCause(e);
            throw rolledBack;
        }
    }

    private static Object alone(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            throw wrapped(e);
        }
    }

    private static EJBException wrapped(Throwable e) {
        EJBException wrapper = new EJBException(e.toString());
        wrapper.initCause(e);
        return wrapper;
    }
}
