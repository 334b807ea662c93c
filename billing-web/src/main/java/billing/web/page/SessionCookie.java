package billing.web.page;

import billing.ejb.runtime.Configuration;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/** Makes the session's cookie one that comes only from our own pages, and only over TLS where the public address has it. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    private Configuration configuration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(configuration.publicUrl().getScheme()));
        cookie.setAttribute("SameSite", "Lax");
    }
}
