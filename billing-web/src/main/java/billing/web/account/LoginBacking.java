package billing.web.account;

import billing.domain.account.Member;
import billing.ejb.account.MemberService;
import billing.ejb.account.OperatorService;
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
    private OperatorService operators;

    @Inject
    private Passwords passwords;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void arrive() {
        next = Paths.next(request.getParameter("next"), "");
    }

    /** Lets the member or operator in, or says that name and password don't fit without saying which. */
    public void submit() {
        check();
        if (errors.found()) {
            return;
        }
        Optional<Person> person = recognise(Fields.tidyEmail(email));
        if (person.isEmpty()) {
            errors.found();
            return;
        }
        PageSession.begin(request, person.get().id());
        Answers.goTo(VisitorFilter.landing(person.get().operator(), next));
    }

    private void check() {
        errors.at("email", Fields.email(Fields.tidyEmail(email)));
        if (password.isEmpty()) {
            errors.at("password", Optional.of(Messages.text("field.password.missing")));
        }
    }

    /** Whoever can log in. An address is one person's, so only one password is compared, whoever it is. */
    private record Person(String id, String passwordHash, boolean operator) {}

    private Optional<Person> person(String address) {
        return operators
                .findByEmail(address)
                .map(one -> new Person(one.id(), one.passwordHash(), true))
                .or(() -> members.findByEmail(address)
                        .filter(Member::canLogIn)
                        .map(one -> new Person(one.id(), one.passwordHash(), false)));
    }

    private Optional<Person> recognise(String address) {
        if (!throttle.allows(address, request.getRemoteAddr())) {
            errors.add(Messages.text("login.tooMany"));
            return Optional.empty();
        }
        Optional<Person> person = person(address);
        if (fits(person)) {
            throttle.forgive(address, request.getRemoteAddr());
            return person;
        }
        errors.add(Messages.text("login.wrong"));
        return Optional.empty();
    }

    private boolean fits(Optional<Person> person) {
        if (password.length() > Fields.LONGEST_PASSWORD) {
            return false;
        }
        return person.map(known -> passwords.fits(password, known.passwordHash()))
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
