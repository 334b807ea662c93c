package billing.web.account;

import billing.ejb.account.AccountService;
import billing.ejb.account.SignUp;
import billing.ejb.account.SignUpResult;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The page {@code /sign-up}: the first of three steps, before the card and the first credits. */
@Named("signUp")
@RequestScoped
public class SignUpBacking {
    private String name = "";
    private String email = "";
    private String password = "";
    private String accountName = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private AccountService accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private FormErrors errors;

    /** Opens the account, lets its owner in and goes on to the card. */
    public void submit() {
        tidy();
        check();
        if (errors.found()) {
            return;
        }
        open(accounts.signUp(new SignUp(accountName, name, email, passwords.hash(password))));
        errors.found();
    }

    private void open(SignUpResult result) {
        if (result instanceof SignUpResult.SignedUp opened) {
            PageSession.begin(request, opened.owner().id());
            Welcome.begin(request);
            Answers.goTo("/sign-up/card");
        } else {
            errors.at("email", Optional.of(Messages.text("signUp.emailTaken")));
        }
    }

    private void tidy() {
        name = Fields.tidy(name);
        email = Fields.tidyEmail(email);
        accountName = Fields.tidy(accountName);
    }

    private void check() {
        errors.at("name", Fields.name(name, Messages.text("signUp.name")));
        errors.at("email", Fields.email(email));
        errors.at("password", Fields.newPassword(password));
        errors.at("accountName", Fields.name(accountName, Messages.text("signUp.accountName")));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public String getAccountName() {
        return accountName;
    }

    public void setAccountName(String accountName) {
        this.accountName = accountName;
    }
}
