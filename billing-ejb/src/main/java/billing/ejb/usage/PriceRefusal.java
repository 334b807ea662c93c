package billing.ejb.usage;

/** Why a price is not added. */
public enum PriceRefusal {
    /** The code is one of the house's own. */
    RESERVED_SKU,
    /** The SKU belongs to another product. */
    OTHER_PRODUCT,
    /** The SKU is counted in another unit. */
    OTHER_UNIT,
    /** It would apply to the past of a SKU that has been used. */
    PAST_IS_SETTLED,
    /** Another price takes effect at the same moment. */
    PRICE_EXISTS
}
