package billing.web.account;

import billing.domain.id.Ids;
import billing.ejb.account.NewPolicy;
import billing.ejb.account.PolicyChange;
import billing.ejb.account.PolicyResult;
import billing.ejb.account.PolicyService;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.FormNumber;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageDay;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/policies}: changes of policy that everybody is told of, and the form that announces one. */
@Named("policies")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class PoliciesBacking {
    private static final String PAGE = "/operator/policies";
    private static final int MOST_ROWS = 100;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LINK = 500;
    private static final Pattern LINK =
            Pattern.compile("https://[a-zA-Z0-9.-]+(:\\d{1,5})?([/?#][!-~&&[^<>\"\\\\]]*)?");

    private String subject = "";
    private String text = "";
    private String link = "";
    private String firstDay = "";
    private @Nullable String form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private PolicyService service;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void read() {
        form = FormNumber.read(request);
        firstDay = getEarliest().toString();
    }

    /** Gives the form its number. */
    public void arrive() {
        if (form == null) {
            Answers.goTo(PAGE + "?form=" + FormNumber.mint());
        }
    }

    /** Announces the change, once for each form. */
    public void announce() {
        if (form == null) {
            errors.add(Messages.text("form.incomplete"));
            form = FormNumber.mint();
        }
        tidy();
        errors.at("subject", Fields.name(subject, Messages.text("policies.subject")));
        errors.at("text", Fields.paragraphs(text, Messages.text("policies.text"), LONGEST_TEXT));
        errors.at("link", mistakeInLink());
        Instant effectiveAt = effectiveAt();
        if (!errors.found()) {
            answer(service.announce(new NewPolicy(
                    Ids.derive(Ids.POLICY_CHANGE, "page", Objects.toString(form)),
                    subject,
                    text,
                    link.isEmpty() ? null : link,
                    effectiveAt,
                    me.actor())));
        }
    }

    private void tidy() {
        subject = Fields.tidy(subject);
        text = Fields.tidyLines(text);
        link = Fields.tidy(link);
        firstDay = Fields.tidy(firstDay);
    }

    private Optional<String> mistakeInLink() {
        boolean right = link.isEmpty()
                || link.length() <= LONGEST_LINK && LINK.matcher(link).matches();
        return right ? Optional.empty() : Optional.of(Messages.text("policies.link.malformed"));
    }

    private Instant effectiveAt() {
        LocalDate day = PageDay.read(firstDay);
        if (day == null) {
            wrongDay(Messages.text("day.malformed"));
            return Instant.EPOCH;
        }
        if (day.isBefore(getEarliest())) {
            wrongDay(tooSoon());
        }
        return PageDay.start(day);
    }

    private void answer(PolicyResult result) {
        if (result instanceof PolicyResult.TooSoon) {
            wrongDay(tooSoon());
            errors.found();
            return;
        }
        PageSession.tell(request, Messages.text("policies.announced"));
        Answers.goTo(PAGE);
    }

    private String tooSoon() {
        return Messages.text("policies.tooSoon", Formats.day(PageDay.start(getEarliest())));
    }

    private void wrongDay(String error) {
        errors.at("firstDay", Messages.text("policies.firstDay"), Optional.of(error));
    }

    /** The earliest day from which a change that is announced now may apply. */
    public LocalDate getEarliest() {
        LocalDate day = service.earliest().atZone(ZoneOffset.UTC).toLocalDate();
        return PageDay.start(day).isBefore(service.earliest()) ? day.plusDays(1) : day;
    }

    /** What was announced, newest first. */
    public List<PolicyChange> getAll() {
        return service.newest(MOST_ROWS);
    }

    /** How many accounts would be told now. */
    public long getReach() {
        return service.reach();
    }

    public @Nullable String getForm() {
        return form;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = firstDay;
    }
}
