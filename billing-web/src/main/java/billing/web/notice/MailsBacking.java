package billing.web.notice;

import billing.domain.id.Ids;
import billing.domain.id.Page;
import billing.ejb.notice.LostMail;
import billing.ejb.notice.NoticeService;
import billing.ejb.notice.SentMail;
import billing.ejb.runtime.Configuration;
import billing.web.account.MeBacking;
import billing.web.page.Answers;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages {@code /settings/mails}, with an account's mails, and {@code /operator/mails}, with everybody's. What was sent is
 * shown in the sandbox only; in production its words are gone.
 */
@Named("mails")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class MailsBacking {
    private static final int ROWS = 25;

    private @Nullable String after;
    private Page<SentMail> page;
    private List<LostMail> lost = List.of();

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private NoticeService service;

    @Inject
    private Configuration configuration;

    @PostConstruct
    void load() {
        after = Optional.ofNullable(request.getParameter("after"))
                .filter(cursor -> Ids.isId(Ids.MAIL, cursor))
                .orElse(null);
        page = configuration.sandbox() ? sent() : new Page<>(List.of(), null);
        if (me.isOperator()) {
            lost = service.lost(null, ROWS).items();
        }
    }

    private Page<SentMail> sent() {
        return me.isOperator() ? service.sent(after, ROWS) : service.sentAbout(me.accountId(), after, ROWS);
    }

    /** Members see their mails in the sandbox only. */
    public void arrive() {
        if (!configuration.sandbox()) {
            Answers.notFound();
        }
    }

    /** Sends a mail again that was given up: the one that the pressed button stood beside, or all that the page showed. */
    public void sendAgain() {
        long waiting = ids(request.getParameter("only") == null ? "mail" : "only")
                .filter(id -> service.sendAgain(id, me.actor()))
                .count();
        PageSession.tell(request, Messages.text("mails.again.told", waiting));
        Answers.goTo("/operator/mails");
    }

    private Stream<String> ids(String name) {
        String[] sent = Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
        return Arrays.stream(sent).filter(id -> Ids.isId(Ids.MAIL, id)).limit(ROWS);
    }

    public Page<SentMail> getPage() {
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }

    /** How many wait to be sent. */
    public long getWaiting() {
        return service.waiting();
    }

    /** How many were given up. */
    public long getGiven() {
        return service.lost();
    }

    /** The newest of those that nobody would take. */
    public List<LostMail> getLost() {
        return lost;
    }
}
