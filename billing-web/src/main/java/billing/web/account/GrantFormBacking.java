package billing.web.account;

import billing.domain.id.Ids;
import billing.domain.ledger.Cause;
import billing.domain.ledger.CreditGrant;
import billing.domain.money.Money;
import billing.ejb.account.GiveCredits;
import billing.ejb.account.GrantResult;
import billing.ejb.account.GrantService;
import billing.ejb.ledger.LedgerService;
import billing.ejb.runtime.Configuration;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.Fields;
import billing.web.page.FormErrors;
import billing.web.page.FormNumber;
import billing.web.page.Formats;
import billing.web.page.LastDayField;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page {@code /operator/grant}: free credits, given once by each form. */
@Named("grantForm")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class GrantFormBacking {
    private static final String AMOUNT = "amount";
    private static final String LAST_DAY = "lastDay";

    private String amount = "";
    private String lastDay = "";
    private String reason = "";
    private @Nullable String form;
    private @Nullable CreditGrant earlier;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CustomerBacking customer;

    @Inject
    private MeBacking me;

    @Inject
    private GrantService grants;

    @Inject
    private LedgerService ledger;

    @Inject
    private Configuration configuration;

    @Inject
    private InstantSource clock;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void read() {
        form = FormNumber.read(request);
    }

    /** Gives the form its number, or tells what was given with it already. */
    public void arrive() {
        if (!customer.isHere()) {
            return;
        }
        if (form == null) {
            Answers.goTo("/operator/grant?account=" + customer.id() + "&form=" + FormNumber.mint());
        } else {
            earlier = ledger.grant(customer.id(), Cause.grant(grantId())).orElse(null);
        }
    }

    /** Gives the credits. */
    public void give() {
        if (!customer.isHere()) {
            return;
        }
        if (form == null) {
            errors.add(Messages.text("form.incomplete"));
            form = FormNumber.mint();
        }
        Money read = amount();
        Instant expiresAt = expiry();
        reason = Fields.tidy(reason);
        errors.at("reason", Fields.reason(reason, Messages.text("reason")));
        if (!errors.found()) {
            answer(grants.grant(new GiveCredits(customer.id(), grantId(), read, expiresAt, reason, me.actor())));
        }
    }

    private Money amount() {
        AmountField read = AmountField.read(amount);
        Money typed = read.amount();
        if (typed == null) {
            wrong(AMOUNT, read.error());
            return Money.ZERO;
        }
        if (!typed.isPositive()) {
            wrong(AMOUNT, Messages.text("grant.tooSmall"));
        } else if (typed.isMoreThan(GrantResource.MAX_GRANT)) {
            wrong(AMOUNT, Messages.text("grant.tooLarge", shown(GrantResource.MAX_GRANT)));
        }
        return typed;
    }

    private @Nullable Instant expiry() {
        lastDay = Fields.tidy(lastDay);
        LastDayField read = LastDayField.read(lastDay, clock.instant());
        wrong(LAST_DAY, read.error());
        return read.end();
    }

    private void answer(GrantResult result) {
        if (result instanceof GrantResult.Granted granted) {
            PageSession.tell(
                    request, Messages.text("grant.given", shown(granted.grant().amount())));
            Answers.goTo(customer.page() + "#grants");
            return;
        }
        if (result instanceof GrantResult.TooMuch) {
            wrong(AMOUNT, Messages.text("grant.tooMuch"));
        } else if (result instanceof GrantResult.Expired) {
            wrong(LAST_DAY, Messages.text("day.past", Formats.day(clock.instant())));
        } else if (result instanceof GrantResult.KeyReused) {
            errors.add(Messages.text("grant.used"));
            form = FormNumber.mint();
        } else {
            errors.add(Messages.text("customer.closed"));
        }
        errors.found();
    }

    private void wrong(String field, @Nullable String text) {
        errors.at(field, Messages.text("grant." + field), Optional.ofNullable(text));
    }

    private String shown(Money money) {
        return Formats.money(money, configuration.currency());
    }

    private String grantId() {
        return Ids.derive(Ids.GRANT, customer.id().toString(), "page", Objects.toString(form));
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public @Nullable String getForm() {
        return form;
    }

    /** What this form has given already. */
    public @Nullable CreditGrant getEarlier() {
        return earlier;
    }
}
