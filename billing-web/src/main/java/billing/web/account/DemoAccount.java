package billing.web.account;

import billing.ejb.account.AccountService;
import billing.ejb.account.MemberService;
import billing.ejb.account.SignUp;
import billing.ejb.runtime.Configuration;
import billing.ejb.runtime.SchemaMigration;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** In a sandbox that is given a password for it, an account to look around with. */
@WebListener
@SuppressWarnings("NullAway.Init")
public class DemoAccount implements ServletContextListener {
    private static final String EMAIL = "demo@example.com";

    @Inject
    Configuration configuration;

    @Inject
    SchemaMigration schema;

    @Inject
    MemberService members;

    @Inject
    AccountService accounts;

    @Inject
    Passwords passwords;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        configuration.demoPassword().ifPresent(this::open);
    }

    private void open(String password) {
        schema.await();
        if (members.findByEmail(EMAIL).isEmpty()) {
            accounts.signUp(new SignUp("Demo Inc.", "Dana Demo", EMAIL, passwords.hash(password)));
        }
    }
}
