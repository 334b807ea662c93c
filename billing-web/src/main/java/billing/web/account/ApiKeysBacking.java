package billing.web.account;

import billing.domain.account.ApiKey;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.NewKey;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/api-keys}. A new key passes through the session once, on its way to the page that shows it. */
@Named("apiKeys")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ApiKeysBacking {
    private static final String PAGE = "/settings/api-keys";
    private static final String NEW_SECRET = "billing.newKey";

    private List<ApiKey> keys;
    private String name = "";
    private @Nullable String secret;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private ApiKeyService service;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        keys = service.list(me.accountId());
    }

    /** Keeps viewers out, and fetches the key that was made a moment ago. */
    public void arrive() {
        if (!me.getRole().managesKeys()) {
            Answers.forbidden();
            return;
        }
        secret = PageSession.take(request, NEW_SECRET).orElse(null);
    }

    public void create() {
        if (!me.getRole().managesKeys()) {
            Answers.forbidden();
            return;
        }
        name = Fields.tidy(name);
        errors.at("name", Fields.name(name, Messages.text("keys.name")));
        if (errors.found()) {
            return;
        }
        NewKey key = service.create(me.accountId(), name, me.getMember().id());
        PageSession.keep(request, NEW_SECRET, key.secret());
        Answers.goTo(PAGE);
    }

    /** Revokes the key that the pressed button stood beside. */
    public void revoke() {
        if (!me.getRole().managesKeys()) {
            Answers.forbidden();
            return;
        }
        String key = Objects.requireNonNullElse(request.getParameter("key"), "");
        if (!service.revoke(me.accountId(), key)) {
            Answers.notFound();
            return;
        }
        PageSession.tell(request, Messages.text("keys.revoked"));
        Answers.goTo(PAGE);
    }

    public List<ApiKey> getKeys() {
        return keys;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable String getSecret() {
        return secret;
    }
}
