package billing.ejb.usage;

import billing.domain.id.Page;
import billing.domain.usage.Price;
import billing.domain.usage.Product;
import billing.domain.usage.Sku;
import billing.ejb.runtime.Database;
import billing.ejb.runtime.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SKUs and their prices in the database. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class PriceRepository {
    private static final String SKU_COLUMNS = "s.id, s.code, s.product, s.unit, s.fractional, s.used";
    private static final String SKU = "SELECT " + SKU_COLUMNS + " FROM sku s WHERE s.code = ?";
    /** With the rule for parts of a unit as it was posted with the price: a later price changes nothing before it. */
    private static final String PRICE =
            "SELECT s.id, s.code, s.product, s.unit, p.fractional, s.used, p.id AS price_id, p.unit_price, p.effective_from"
                    + " FROM price p JOIN sku s ON s.id = p.sku_id";

    @Inject
    Database database;

    /** The version of the list as it is committed, or as this transaction made it. */
    long version() {
        return version("");
    }

    /** Makes the caller the only one who changes the list until the transaction ends. */
    void lockList() {
        version(" FOR UPDATE");
    }

    private long version(String lock) {
        return database.one("SELECT version FROM price_list WHERE id = 1" + lock, row -> row.getLong("version"))
                .orElseThrow();
    }

    /** Tells all copies of the list that it changed. */
    void raiseVersion() {
        database.update("UPDATE price_list SET version = version + 1 WHERE id = 1");
    }

    Optional<Sku> sku(String code) {
        return database.one(SKU, PriceRepository::sku, code);
    }

    Sku add(NewPrice command) {
        database.update(
                "INSERT INTO sku (code, product, unit, fractional, used) VALUES (?, ?, ?, ?, FALSE)",
                command.sku(),
                command.product(),
                command.unit(),
                command.fractional());
        return sku(command.sku()).orElseThrow();
    }

    void setFractional(Sku sku, boolean fractional) {
        database.update("UPDATE sku SET fractional = ? WHERE id = ?", fractional, sku.id());
    }

    void markUsed(int sku) {
        database.update("UPDATE sku SET used = TRUE WHERE id = ?", sku);
    }

    /** The price that takes effect at this very moment. */
    Optional<Price> find(Sku sku, Instant effectiveFrom) {
        return database.one(
                PRICE + " WHERE s.id = ? AND p.effective_from = ?", PriceRepository::price, sku.id(), effectiveFrom);
    }

    /** Whether a price was posted for whole units only or also for parts of them. */
    boolean wasFractional(Price price) {
        return database.one(
                        "SELECT fractional FROM price WHERE id = ?", row -> row.getBoolean("fractional"), price.id())
                .orElseThrow();
    }

    void add(Price price, boolean fractional, Instant now, String actor) {
        database.update(
                "INSERT INTO price (sku_id, effective_from, id, unit_price, fractional, created_at, actor)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                price.sku().id(),
                price.effectiveFrom(),
                price.id(),
                price.unitPrice(),
                fractional,
                now,
                actor);
    }

    List<Price> all() {
        return database.list(PRICE, PriceRepository::price);
    }

    Page<Price> list(@Nullable String sku, @Nullable String after, int limit) {
        SqlText sql = new SqlText()
                .add(PRICE + " WHERE 1 = 1")
                .addIf(" AND s.code = ?", sku)
                .addIf(" AND p.id < ?", after)
                .add(" ORDER BY p.id DESC FETCH FIRST ? ROWS ONLY", limit + 1);
        return Page.of(database.list(sql.toString(), PriceRepository::price, sql.values()), limit, Price::id);
    }

    private static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getString("price_id"),
                sku(row),
                row.getBigDecimal("unit_price"),
                Database.instant(row, "effective_from"));
    }

    private static Sku sku(ResultSet row) throws SQLException {
        return new Sku(
                row.getInt("id"),
                row.getString("code"),
                Product.valueOf(row.getString("product")),
                row.getString("unit"),
                row.getBoolean("fractional"),
                row.getBoolean("used"));
    }
}
