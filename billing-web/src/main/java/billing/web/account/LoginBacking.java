package billing.web.account;

import billing.domain.account.Member;
import billing.ejb.account.MemberService;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import billing.web.page.Paths;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The page {@code /login}. */
@Named("login")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class LoginBacking {
    private String email = "";
    private String password = "";
    private String next;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MemberService members;

    @Inject
    private Passwords passwords;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void arrive() {
        next = Paths.next(request.getParameter("next"), MemberFilter.HOME);
    }

    /** Lets the member in, or says that name and password don't fit without saying which. */
    public void submit() {
        check();
        if (errors.found()) {
            return;
        }
        Optional<Member> member = recognise(Fields.tidyEmail(email));
        if (member.isEmpty()) {
            errors.found();
            return;
        }
        PageSession.begin(request, member.get().id());
        Answers.goTo(next);
    }

    private void check() {
        errors.at("email", Fields.email(Fields.tidyEmail(email)));
        if (password.isEmpty()) {
            errors.at("password", Optional.of(Messages.text("field.password.missing")));
        }
    }

    private Optional<Member> recognise(String address) {
        if (!throttle.allows(address, request.getRemoteAddr())) {
            errors.add(Messages.text("login.tooMany"));
            return Optional.empty();
        }
        Optional<Member> member = members.findByEmail(address).filter(Member::canLogIn);
        if (fits(member)) {
            throttle.forgive(address, request.getRemoteAddr());
            return member;
        }
        errors.add(Messages.text("login.wrong"));
        return Optional.empty();
    }

    private boolean fits(Optional<Member> member) {
        if (password.length() > Fields.LONGEST_PASSWORD) {
            return false;
        }
        return member.map(known -> passwords.fits(password, known.passwordHash()))
                .orElseGet(() -> passwords.fitsNobody(password));
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }
}
