package billing.domain.usage;

/**
 * Something that is sold by the unit.
 *
 * @param code the platform's name for it
 * @param unit what is counted, such as {@code token}
 * @param fractional whether parts of a unit can be used
 * @param used whether usage of it was recorded, after which its past prices are fixed
 */
public record Sku(int id, String code, Product product, String unit, boolean fractional, boolean used) {}
