package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.BillingDetails;
import billing.domain.invoice.DetailsField;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whom documents are issued to, each version of it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class BillingDetailsRepository {
    @Inject
    Database database;

    Optional<BillingDetails> current(AccountId account) {
        return database.one(
                "SELECT * FROM billing_details WHERE account = ? ORDER BY version DESC FETCH FIRST 1 ROWS ONLY",
                BillingDetailsRepository::details,
                account);
    }

    Optional<BillingDetails> find(AccountId account, int version) {
        return database.one(
                "SELECT * FROM billing_details WHERE account = ? AND version = ?",
                BillingDetailsRepository::details,
                account,
                version);
    }

    void add(AccountId account, BillingDetails details) {
        database.update(
                "INSERT INTO billing_details (account, version, company, line1, line2, postcode, city, region, country,"
                        + " vat_id, po_number, changed_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account,
                details.version(),
                details.value(DetailsField.COMPANY),
                details.value(DetailsField.LINE1),
                details.value(DetailsField.LINE2),
                details.value(DetailsField.POSTCODE),
                details.value(DetailsField.CITY),
                details.value(DetailsField.REGION),
                details.value(DetailsField.COUNTRY),
                details.value(DetailsField.VAT_ID),
                details.value(DetailsField.PO_NUMBER),
                details.changedAt(),
                details.actor());
    }

    private static BillingDetails details(ResultSet row) throws SQLException {
        Map<DetailsField, String> values = new EnumMap<>(DetailsField.class);
        for (DetailsField field : DetailsField.values()) {
            String value = row.getString(field.name().toLowerCase(Locale.ROOT));
            if (value != null) {
                values.put(field, value);
            }
        }
        return new BillingDetails(
                row.getInt("version"), values, Database.instant(row, "changed_at"), row.getString("actor"));
    }
}
