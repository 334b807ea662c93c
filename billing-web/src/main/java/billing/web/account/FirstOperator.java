package billing.web.account;

import billing.domain.account.Operator;
import billing.ejb.account.OperatorService;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.SchemaMigration;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Lets the operator of the configuration in, with the password that stands there now. */
@WebListener
@SuppressWarnings("NullAway.Init")
public class FirstOperator implements ServletContextListener {
    private static final Logger LOG = System.getLogger(FirstOperator.class.getName());
    private static final String NAME = "Operator";

    @Inject
    Configuration configuration;

    @Inject
    SchemaMigration schema;

    @Inject
    OperatorService operators;

    @Inject
    Passwords passwords;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        configuration
                .operatorEmail()
                .ifPresent(email -> configuration.operatorPassword().ifPresent(password -> ensure(email, password)));
    }

    private void ensure(String email, String password) {
        schema.await();
        if (isThere(email, password)) {
            return;
        }
        if (!operators.ensure(NAME, email, passwords.hash(password))) {
            LOG.log(
                    Level.WARNING,
                    "BILL-0007 BILLING_OPERATOR_EMAIL is a member's address, and was not made an operator's");
        }
    }

    private boolean isThere(String email, String password) {
        return operators
                .findByEmail(email)
                .map(Operator::passwordHash)
                .filter(hash -> passwords.fits(password, hash))
                .isPresent();
    }
}
