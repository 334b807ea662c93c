package billing.ejb.payment;

import billing.domain.payment.PaymentMethod;
import billing.ejb.account.AccountService;
import billing.ejb.account.ContactService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.notice.MethodLabel;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of looking for cards that expire soon. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class CardExpirySteps {
    private static final Duration BEFORE = Duration.ofDays(30);

    /** How soon one is looked at again that is not the default: it may become that. */
    private static final Duration PAUSE = Duration.ofDays(1);

    @Inject
    PaymentMethodRepository methods;

    @Inject
    AccountService accounts;

    @Inject
    ContactService contacts;

    /** When the next one has to be looked at. */
    public Optional<Instant> nextLook() {
        return methods.nextExpiryCheck();
    }

    public List<String> due(Instant now, int most) {
        return methods.dueExpiryChecks(now, most);
    }

    /** Tells the account if it is time, and says when to look again. */
    public void look(String id, Instant now) {
        PaymentMethod method = methods.find(id).orElseThrow();
        methods.checkExpiry(id, next(method, now));
    }

    private @Nullable Instant next(PaymentMethod method, Instant now) {
        YearMonth last = method.lastMonth().orElse(null);
        if (last == null || !method.isOnFile() || method.isExpired(now)) {
            return null;
        }
        Instant end = last.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (now.isBefore(end.minus(BEFORE))) {
            return end.minus(BEFORE);
        }
        if (!isDefault(method)) {
            return now.plus(PAUSE);
        }
        contacts.tell(method.account(), mail(method, last));
        return null;
    }

    private boolean isDefault(PaymentMethod method) {
        return accounts.find(method.account())
                .filter(account -> account.isDefaultMethod(method.id()))
                .isPresent();
    }

    private static Mail mail(PaymentMethod method, YearMonth last) {
        String label = method.details().brand() + " " + method.details().last4();
        return new Mail(
                MailKind.CARD_EXPIRING,
                List.of(new MethodLabel(label), last),
                "/settings/billing#methods",
                method.id() + " " + last);
    }
}
