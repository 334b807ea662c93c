package billing.ejb.usage;

import billing.domain.usage.Price;

/** What became of a price that was to be added. */
public sealed interface PriceResult {
    /** It is on the list, since now or since an earlier time that it was sent. */
    record Posted(Price price) implements PriceResult {}

    /** It was not added. */
    record Refused(PriceRefusal reason) implements PriceResult {}
}
