package billing.web.payment;

import billing.domain.account.BillingAccount;
import billing.domain.payment.MethodDetails;
import billing.domain.payment.PaymentMethod;
import billing.web.page.Formats;
import java.time.Instant;
import java.util.Locale;

/**
 * A payment method as a line of the page.
 *
 * @param label what a person calls it: brand and last four
 * @param expiry month and year, empty for a bank account
 * @param isRemovable whether another one would be left, and the default too
 */
public record MethodRow(
        String id,
        String label,
        String expiry,
        boolean isCard,
        boolean isDefault,
        boolean isExpired,
        boolean isRemovable) {
    static MethodRow of(PaymentMethod method, BillingAccount account, int onFile, Instant now) {
        boolean isDefault = account.isDefaultMethod(method.id());
        return new MethodRow(
                method.id(),
                Formats.method(method.details().brand(), method.details().last4()),
                expiry(method.details()),
                method.isCard(),
                isDefault,
                method.isExpired(now),
                !isDefault && onFile > 1);
    }

    private static String expiry(MethodDetails details) {
        Integer month = details.expMonth();
        Integer year = details.expYear();
        return month == null || year == null ? "" : String.format(Locale.ROOT, "%02d/%d", month, year);
    }
}
