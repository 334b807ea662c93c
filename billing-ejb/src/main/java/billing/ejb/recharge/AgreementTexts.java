package billing.ejb.recharge;

import billing.domain.money.Money;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeSettings;
import billing.ejb.notice.AmountText;
import billing.ejb.runtime.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of agreements. They are composed in one place, so that what is shown before is what is stored after. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class AgreementTexts {
    private static final String BUNDLE = "billing.ejb.recharge.agreement";

    @Inject
    Configuration configuration;

    String of(RechargeSettings settings) {
        boolean target = settings.mode() == RechargeMode.TARGET;
        Money step = target ? settings.target() : settings.amount();
        return text(
                settings.mode().name(),
                shown(settings.threshold()),
                step == null ? "" : shown(step),
                settings.monthlyCountCap(),
                shown(settings.monthlyAmountCap()));
    }

    String off() {
        return text("OFF");
    }

    String stopped(OffReason reason) {
        return text("STOPPED." + reason);
    }

    private String shown(Money amount) {
        return AmountText.of(amount, configuration.currency());
    }

    private static String text(String key, Object... values) {
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, AgreementTexts.class.getClassLoader())
                .getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(values);
    }
}
