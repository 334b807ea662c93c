package billing.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The token that the forms of a page carry. Only a page with a form makes a session. */
@Named("visit")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class VisitBacking {
    private String token;

    @Inject
    private HttpServletRequest request;

    @PostConstruct
    void arrive() {
        token = PageSession.token(request);
    }

    public String getToken() {
        return token;
    }
}
