package billing.web.account;

import billing.domain.account.BillingTerms;
import billing.domain.money.Money;
import billing.ejb.account.TermsResult;
import billing.ejb.account.TermsService;
import billing.ejb.runtime.Configuration;
import billing.web.page.AmountField;
import billing.web.page.Answers;
import billing.web.page.FormErrors;
import billing.web.page.Formats;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The panel of the owner's own limit, for accounts that may go below zero. */
@Named("ownLimit")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class LimitBacking {
    private static final String PANEL = "/settings/billing#limit";
    private static final String FIELD = "ownLimit";

    private String typed = "";

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private TermsService terms;

    @Inject
    private Configuration configuration;

    @Inject
    private FormErrors errors;

    /** Whether there is anything to limit. */
    public boolean isOffered() {
        Money cap = terms().limit();
        return cap == null || cap.isPositive();
    }

    public boolean isSet() {
        return terms().ownLimit() != null;
    }

    /** What applies now, in a sentence. */
    public String getState() {
        Money own = terms().ownLimit();
        Money cap = terms().limit();
        if (own != null) {
            return own.isPositive() ? Messages.text("limit.own", shown(own)) : Messages.text("limit.own.zero");
        }
        return cap == null ? Messages.text("limit.terms.none") : Messages.text("limit.terms", shown(cap));
    }

    private BillingTerms terms() {
        return me.getAccount().terms();
    }

    /** Sets what was typed. */
    public void save() {
        AmountField read = AmountField.read(typed);
        @Nullable Money own = read.amount();
        errors.at(FIELD, own == null ? Optional.ofNullable(read.error()) : mistake(own));
        if (!errors.found()) {
            set(own);
        }
    }

    private Optional<String> mistake(Money own) {
        if (own.isNegative()) {
            return Optional.of(Messages.text("limit.tooSmall"));
        }
        Money most = most();
        return own.isMoreThan(most) ? Optional.of(Messages.text("limit.tooLarge", shown(most))) : Optional.empty();
    }

    private Money most() {
        Money cap = terms().limit();
        return cap == null ? TermsReading.LARGEST_LIMIT : cap;
    }

    /** Takes the limit back. */
    public void remove() {
        set(null);
    }

    private void set(@Nullable Money own) {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        TermsResult result = terms.limit(me.accountId(), own, me.actor());
        if (result instanceof TermsResult.AboveCap above) {
            errors.at(FIELD, Optional.of(Messages.text("limit.tooLarge", shown(above.cap()))));
            return;
        }
        PageSession.tell(request, done(own));
        Answers.goTo(PANEL);
    }

    private String done(@Nullable Money own) {
        if (own == null) {
            return Messages.text("limit.removed");
        }
        return own.isPositive() ? Messages.text("limit.saved", shown(own)) : Messages.text("limit.saved.zero");
    }

    private String shown(Money amount) {
        return Formats.money(amount, configuration.currency());
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
