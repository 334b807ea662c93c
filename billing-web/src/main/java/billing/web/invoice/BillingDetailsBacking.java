package billing.web.invoice;

import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.DetailsField;
import billing.ejb.invoice.BillingDetailsService;
import billing.web.account.MeBacking;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page {@code /settings/billing-details}, and the panel that shows the same: whom documents are issued to. */
@Named("details")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class BillingDetailsBacking {
    private static final List<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(BuyerText::country))
            .toList();

    private final Map<String, String> form = new HashMap<>();
    private BillingDetails now;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MeBacking me;

    @Inject
    private BillingDetailsService service;

    @Inject
    private FormErrors errors;

    @PostConstruct
    void load() {
        now = service.current(me.accountId());
        now.values().forEach((field, value) -> form.put(field.label(), value));
    }

    /** Keeps those out who don't manage billing. */
    public void arrive() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
        }
    }

    public void save() {
        if (!me.getRole().managesBilling()) {
            Answers.forbidden();
            return;
        }
        form.put(DetailsField.COUNTRY.label(), given(request.getParameter("country")));
        Map<DetailsField, String> values = read();
        if (errors.found()) {
            return;
        }
        if (service.change(me.accountId(), values, me.getMember().id()).isEmpty()) {
            Answers.notFound();
            return;
        }
        PageSession.tell(request, Messages.text("details.saved"));
        Answers.goTo("/settings/billing-details");
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Map<DetailsField, String> read() {
        Map<DetailsField, String> values = new EnumMap<>(DetailsField.class);
        for (DetailsField field : DetailsField.values()) {
            String text = field.tidy(form.getOrDefault(field.label(), ""));
            form.put(field.label(), text);
            if (!text.isEmpty()) {
                values.put(field, text);
                check(field, text);
            }
        }
        return values;
    }

    private void check(DetailsField field, String text) {
        String label = Messages.text("details." + field.label());
        errors.at(field.label(), Fields.optionalLine(text, label, field.longest()));
        if (!field.accepts(text)) {
            errors.at(field.label(), Optional.of(Messages.text("details.wrong", label)));
        }
    }

    public Map<String, String> getForm() {
        return form;
    }

    public List<String> getCountries() {
        return COUNTRIES;
    }

    public String countryName(String code) {
        return BuyerText.country(code);
    }

    /** What stands on the next document. */
    public List<String> getBuyer() {
        return BuyerText.lines(now.buyer(me.getAccount().name()));
    }

    public BillingDetails getNow() {
        return now;
    }
}
