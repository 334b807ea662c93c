package billing.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The notices that the page before left for this one. */
@Named("notices")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class NoticesBacking {
    private List<String> all;

    @Inject
    private HttpServletRequest request;

    @PostConstruct
    void take() {
        all = PageSession.takeNotices(request);
    }

    public List<String> getAll() {
        return all;
    }
}
