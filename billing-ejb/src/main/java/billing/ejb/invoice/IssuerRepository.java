package billing.ejb.invoice;

import billing.domain.invoice.Issuer;
import billing.domain.invoice.PostalAddress;
import billing.domain.invoice.VatCategory;
import billing.ejb.runtime.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who issues documents, each version of it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class IssuerRepository {
    /** No line of an address contains it, because it is what the configuration has between them. */
    private static final String BETWEEN_LINES = ";";

    private static final String NEWEST = "SELECT version FROM issuer WHERE version = (SELECT MAX(version) FROM issuer)"
            + " AND name = ? AND address = ?"
            + " AND country = ? AND registration = ? AND COALESCE(vat_id, '') = ? AND email = ? AND tax = ?";

    @Inject
    Database database;

    Optional<Issuer> find(int version) {
        return database.one("SELECT * FROM issuer WHERE version = ?", IssuerRepository::issuer, version);
    }

    /** Who it was at a time; of a time before the first was written down, the first. */
    Optional<Issuer> at(Instant time) {
        return database.one(
                "SELECT * FROM issuer WHERE since_at <= ? OR version = (SELECT MIN(version) FROM issuer)"
                        + " ORDER BY version DESC FETCH FIRST ROW ONLY",
                IssuerRepository::issuer,
                time);
    }

    /** The newest version, if it says the same. */
    Optional<Integer> newest(Issuer issuer) {
        return database.one(
                NEWEST,
                row -> row.getInt("version"),
                issuer.name(),
                address(issuer),
                issuer.address().country(),
                issuer.registration(),
                issuer.vatId() == null ? "" : issuer.vatId(),
                issuer.email(),
                issuer.tax());
    }

    int newest() {
        return database.one("SELECT COALESCE(MAX(version), 0) AS newest FROM issuer", row -> row.getInt("newest"))
                .orElse(0);
    }

    void add(int version, Issuer issuer, Instant since) {
        database.update(
                "INSERT INTO issuer (version, name, address, country, registration, vat_id, email, tax, since_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version,
                issuer.name(),
                address(issuer),
                issuer.address().country(),
                issuer.registration(),
                issuer.vatId(),
                issuer.email(),
                issuer.tax(),
                since);
    }

    private static String address(Issuer issuer) {
        return String.join(BETWEEN_LINES, issuer.address().lines());
    }

    private static Issuer issuer(ResultSet row) throws SQLException {
        return new Issuer(
                row.getString("name"),
                new PostalAddress(List.of(row.getString("address").split(BETWEEN_LINES)), row.getString("country")),
                row.getString("registration"),
                row.getString("vat_id"),
                row.getString("email"),
                VatCategory.valueOf(row.getString("tax")));
    }
}
