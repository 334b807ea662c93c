package billing.ejb.house;

import billing.ejb.notice.MailTransport;
import jakarta.mail.Session;
import java.lang.reflect.Proxy;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The names that a server offers: {@code jdbc/billing} of the house that is being built, and a mail session if there is one. */
final class Naming {
    private static volatile DataSource dataSource;
    private static volatile @Nullable Session mail;

    static {
        try {
            NamingManager.setInitialContextFactoryBuilder(environment -> anything -> context());
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Naming() {}

    static void offer(DataSource offered) {
        dataSource = offered;
    }

    static void offer(@Nullable Session offered) {
        mail = offered;
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Naming.class.getClassLoader(), new Class<?>[] {Context.class}, (c, m, args) -> {
                    if (m.getName().equals("lookup") && "jdbc/billing".equals(String.valueOf(args[0]))) {
                        return dataSource;
                    }
                    if (m.getName().equals("lookup")
                            && MailTransport.NAME.equals(String.valueOf(args[0]))
                            && mail != null) {
                        return mail;
                    }
                    if (m.getName().equals("close")) {
                        return null;
                    }
                    throw new NameNotFoundException(m.getName() + " " + (args == null ? "" : args[0]));
                });
    }
}
