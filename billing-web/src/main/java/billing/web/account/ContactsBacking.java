package billing.web.account;

import billing.domain.account.BillingContact;
import billing.ejb.account.AddContactResult;
import billing.ejb.account.ContactService;
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

/** The page {@code /settings/contacts}, and the panel that shows the same list. */
@Named("contacts")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ContactsBacking {
    private static final String PAGE = "/settings/contacts";

    private List<BillingContact> all;
    private String email = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private ContactService service;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        all = service.list(me.accountId());
    }

    /** Keeps those out who don't manage billing: the addresses are people's. */
    public void arrive() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
        }
    }

    public void add() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        email = Fields.tidyEmail(email);
        errors.at("email", Messages.text("contacts.email"), Fields.email(email));
        if (errors.found()) {
            return;
        }
        AddContactResult result =
                service.add(me.accountId(), email, me.getMember().id());
        if (result instanceof AddContactResult.Refused refused) {
            errors.add(Messages.of("contact", refused.reason()));
            errors.found();
            return;
        }
        PageSession.tell(request, Messages.text("contacts.added", email));
        Answers.goTo(PAGE);
    }

    /** Removes the contact that the pressed button stood beside. */
    public void remove() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        if (!service.remove(me.accountId(), Objects.requireNonNullElse(request.getParameter("contact"), ""))) {
            Answers.notFound();
            return;
        }
        PageSession.tell(request, Messages.text("contacts.removed"));
        Answers.goTo(PAGE);
    }

    public List<BillingContact> getAll() {
        return all;
    }

    /** Whether there is room for one more. */
    public boolean isOpen() {
        return all.size() < ContactService.MOST;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
